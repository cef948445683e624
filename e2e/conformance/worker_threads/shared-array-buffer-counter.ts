import { isMainThread, Worker, workerData } from 'node:worker_threads';

if (isMainThread) {
  const shared = new Int32Array(new SharedArrayBuffer(4));
  const ends = Array.from({ length: 4 }, () => {
    const worker = new Worker(new URL(import.meta.url), { workerData: shared });
    return new Promise((resolve) => worker.on('exit', resolve));
  });
  await Promise.all(ends);
  console.log(shared[0]);
} else {
  for (let n = 0; n < 10_000; n++) Atomics.add(workerData, 0, 1);
}
