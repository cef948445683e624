import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  isMainThread,
  parentPort,
  Worker,
  workerData,
} from 'node:worker_threads';

async function square(number: number): Promise<number> {
  await sleep(50 * (4 - number)); // The first takes longest.
  return number * number;
}

async function run(number: number): Promise<number> {
  const url = new URL(import.meta.url);
  const worker = new Worker(url, { workerData: number });
  const [result] = await once(worker, 'message');
  return result;
}

if (isMainThread) {
  const numbers = [1, 2, 3];
  const results = await Promise.all(numbers.map(run));

  for (const [i, number] of numbers.entries()) {
    console.log(`The square of ${number} is ${results[i]}`);
  }
} else {
  const result = await square(workerData);
  parentPort?.postMessage(result); // Nobody sees a return value.
}
