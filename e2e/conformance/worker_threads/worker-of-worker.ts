import { isMainThread, parentPort, threadId, Worker, workerData } from 'node:worker_threads';

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url), { workerData: 1 });
  worker.on('message', (path) => console.log(path));
} else if (workerData < 4) {
  const worker = new Worker(new URL(import.meta.url), { workerData: workerData + 1 });
  worker.on('message', (path) => parentPort?.postMessage([threadId, ...path]));
} else {
  parentPort?.postMessage([threadId]);
}
