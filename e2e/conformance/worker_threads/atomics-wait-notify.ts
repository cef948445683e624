import { isMainThread, Worker, workerData } from 'node:worker_threads';

if (isMainThread) {
  const cells = new Int32Array(new SharedArrayBuffer(8));
  const worker = new Worker(new URL(import.meta.url), { workerData: cells });
  console.log('main waits', Atomics.wait(cells, 0, 0) !== 'timed-out', Atomics.load(cells, 0));
  Atomics.store(cells, 1, 1);
  Atomics.notify(cells, 1);
  worker.on('exit', (code) => console.log('exit', code));
} else {
  Atomics.store(workerData, 0, 42);
  Atomics.notify(workerData, 0);
  Atomics.wait(workerData, 1, 0);
}
