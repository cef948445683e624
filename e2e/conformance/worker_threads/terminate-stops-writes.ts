// A thread that is terminated in the midst of a loop writes no more to shared memory.
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

if (isMainThread) {
  const count = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL(import.meta.url), { workerData: count });
  await once(worker, 'online');
  while (Atomics.load(count, 0) === 0) await delay(1);
  console.log('code', await worker.terminate());
  // Browsers take a moment to stop a loop.
  let before: number;
  do {
    before = Atomics.load(count, 0);
    await delay(50);
  } while (Atomics.load(count, 0) !== before);
  console.log('writes no more');
} else {
  for (;;) Atomics.add(workerData as Int32Array, 0, 1);
}
