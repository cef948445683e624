import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url), { workerData: 1 });
  worker.on('message', () => worker.postMessage('go'));
  worker.on('exit', (code) => console.log('child exit', code));
} else if (workerData === 1) {
  const grandchild = new Worker(new URL(import.meta.url), { workerData: 2 });
  grandchild.on('online', () => parentPort?.postMessage('ready'));
  parentPort?.once('message', () => process.exit(3));
} else {
  setInterval(() => undefined, 1000);
}
