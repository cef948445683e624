import { isMainThread, parentPort, Worker } from 'node:worker_threads';

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  worker.on('exit', (code) => console.log('exit event', code));
  worker.on('message', async () => console.log('terminated', await worker.terminate()));
} else {
  parentPort?.postMessage('spinning');
  for (;;);
}
