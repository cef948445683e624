import { once } from 'node:events';
import {
  isMainThread,
  parentPort,
  Worker,
  workerData,
} from 'node:worker_threads';

function root(number: number): number {
  if (number < 0) throw new RangeError(`${number} has no real root`);
  return Math.floor(Math.sqrt(number));
}

/** Calls root() in a thread of its own. */
async function submit(number: number): Promise<number> {
  const url = new URL(import.meta.url);
  const worker = new Worker(url, { workerData: number });
  // An error that is thrown in the worker is thrown here, too.
  const [result] = (await once(worker, 'message')) as [number];
  return result;
}

if (isMainThread) {
  const numbers = [16, -9, 25];
  const futures = await Promise.allSettled(numbers.map(submit));
  console.log('All tasks are over, and no error was seen.');

  for (const [index, future] of futures.entries()) {
    if (future.status === 'fulfilled') {
      console.log(`${numbers[index]}: ${future.value}`);
    } else {
      const { message } = future.reason as Error;
      console.log(`${numbers[index]}: failed, ${message}`);
    }
  }
} else {
  parentPort?.postMessage(root(workerData));
}
