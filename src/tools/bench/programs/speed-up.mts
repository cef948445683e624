// Milliseconds of one CPU-bound thread, then of two at once: [one, two, one, two, …].
import { once } from 'node:events';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

function compute(): number {
  let sum = 0;
  for (let n = 1; n < 60_000_000; n++) sum = (sum + n * n) % 1_000_003;
  return sum;
}

if (isMainThread) {
  const workers = [0, 1].map(() => new Worker(new URL(import.meta.url)));
  await Promise.all(workers.map((worker) => once(worker, 'online')));
  const time = async (count: number): Promise<number> => {
    const begin = performance.now();
    const busy = workers.slice(0, count).map((worker) => {
      worker.postMessage('go');
      return once(worker, 'message');
    });
    await Promise.all(busy);
    return performance.now() - begin;
  };
  const times: number[] = [];
  for (let round = 0; round < 4; round++) times.push(await time(1), await time(2));
  console.log(JSON.stringify(times));
  await Promise.all(workers.map((worker) => worker.terminate()));
} else {
  parentPort?.on('message', () => parentPort?.postMessage(compute()));
}
