import { once } from 'node:events';
import {
  isMainThread,
  parentPort,
  Worker,
  workerData,
} from 'node:worker_threads';

const STEPS = 100_000; // Well below a millisecond.
const ATTEMPTS = 30; // On a busy machine it takes several.

/** Pseudo-random numbers: nothing but computing. */
function compute(steps: number): number {
  let x = 1;
  for (let i = 0; i < steps; i++) {
    x = (Math.imul(x, 1664525) + 1013904223) & 0x7fffffff;
  }
  return x;
}

/** Waits, busily and not asleep, until both threads are here. */
function meet(here: Int32Array<SharedArrayBuffer>, me: number): void {
  const round = Atomics.add(here, me, 1) + 1;
  while (Atomics.load(here, 1 - me) < round);
}

/** Milliseconds that some work takes: the best of many times. */
function best(work: () => void): number {
  let least = Infinity;
  for (let i = 0; i < 30; i++) {
    const start = performance.now();
    work();
    least = Math.min(least, performance.now() - start);
  }
  return least; // What disturbs a measurement makes it longer.
}

if (isMainThread) {
  const here = new Int32Array(new SharedArrayBuffer(12));
  const workers = [0, 1].map((me) => {
    const url = new URL(import.meta.url);
    return new Worker(url, { workerData: { here, me } });
  });
  let ratio = 0;
  for (let i = 0; i < ATTEMPTS && ratio < 1.3; i++) {
    for (const worker of workers) worker.postMessage('measure');
    const answers = workers.map((worker) => once(worker, 'message'));
    ratio = Math.min(...(await Promise.all(answers)).flat());
  }
  await Promise.all(workers.map((worker) => worker.terminate()));

  console.log(`The number after 1000 steps: ${compute(1000)}`);
  console.log(`Without a GIL, faster: ${ratio >= 1.3 ? 'yes' : 'no'}`);
} else {
  const { here, me } = workerData;
  let one = Infinity;
  parentPort?.on('message', () => {
    const latest = best(() => compute(STEPS) ^ compute(STEPS));
    one = Math.min(one, latest);
    const two = best(() => {
      meet(here, me);
      compute(STEPS); // The other thread does the other half,
      meet(here, me); // and now both are done.
    });
    parentPort?.postMessage(one / two);
  });
}
