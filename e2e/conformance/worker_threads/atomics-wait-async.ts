import { isMainThread, Worker, workerData } from 'node:worker_threads';

if (isMainThread) {
  const cells = new Int32Array(new SharedArrayBuffer(4));
  new Worker(new URL(import.meta.url), { workerData: cells });
  const { async: isAsync, value } = Atomics.waitAsync(cells, 0, 0);
  console.log(isAsync);
  console.log(await value);
} else {
  setTimeout(() => Atomics.notify(workerData, 0), 50);
}
