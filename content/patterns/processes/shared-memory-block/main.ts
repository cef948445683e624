import { once } from 'node:events';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const COUNT = 1000;

interface Part {
  memory: SharedArrayBuffer;
  first: number;
  last: number;
}

function double({ memory, first, last }: Part): void {
  const numbers = new Int32Array(memory); // Nothing is copied.
  for (let index = first; index < last; index++) {
    numbers[index] = 2 * (numbers[index] ?? 0);
  }
}

function start(part: Part): Worker {
  return new Worker(new URL(import.meta.url), { workerData: part });
}

if (isMainThread) {
  const memory = new SharedArrayBuffer(4 * COUNT);
  const numbers = new Int32Array(memory);
  for (let index = 0; index < COUNT; index++) numbers[index] = index;
  const sum = () => numbers.reduce((total, item) => total + item, 0);
  console.log(`Sum before: ${sum()}`);

  const half = COUNT / 2;
  const workers = [
    start({ memory, first: 0, last: half }),
    start({ memory, first: half, last: COUNT }),
  ];
  await Promise.all(workers.map((worker) => once(worker, 'exit')));
  console.log(`Sum after: ${sum()}`);
} else {
  double(workerData);
}
