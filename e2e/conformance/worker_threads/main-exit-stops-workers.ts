import { isMainThread, parentPort, Worker } from 'node:worker_threads';

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  worker.on('message', () => {
    process.on('exit', () => console.log('main exit'));
    process.exit(4);
  });
  worker.on('exit', () => console.log('never'));
} else {
  process.on('exit', () => console.log('never in worker'));
  parentPort?.postMessage('go');
  setInterval(() => undefined, 10);
}
