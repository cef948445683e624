import { isMainThread, parentPort, Worker } from 'node:worker_threads';

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  let count = 0;
  worker.on('message', () => count++);
  worker.on('exit', (code) => console.log(count, code));
} else {
  for (let n = 0; n < 100; n++) parentPort?.postMessage(n);
}
