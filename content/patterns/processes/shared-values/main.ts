import { once } from 'node:events';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const ROUNDS = 5_000;
const WORKERS = 4;

interface Shared {
  gate: Int32Array<SharedArrayBuffer>;
  total: Int32Array<SharedArrayBuffer>;
  own: Int32Array<SharedArrayBuffer>;
}

const numbers = (length: number) =>
  new Int32Array(new SharedArrayBuffer(4 * length));

/** Begin together, so that they really overlap. */
function wait(gate: Int32Array<SharedArrayBuffer>): void {
  let here = Atomics.add(gate, 0, 1) + 1;
  Atomics.notify(gate, 0);
  while (here < WORKERS) {
    Atomics.wait(gate, 0, here);
    here = Atomics.load(gate, 0);
  }
}

function count({ gate, total, own }: Shared, number: number): void {
  wait(gate);
  for (let round = 0; round < ROUNDS; round++) {
    Atomics.add(total, 0, 1); // Read, add and write as one.
    own[number] = (own[number] ?? 0) + 1; // Nobody else writes here.
  }
}

if (isMainThread) {
  const shared = {
    gate: numbers(1),
    total: numbers(1),
    own: numbers(WORKERS),
  };
  const url = new URL(import.meta.url);
  const workers = Array.from({ length: WORKERS }, (_, number) => {
    return new Worker(url, { workerData: [shared, number] });
  });
  await Promise.all(workers.map((worker) => once(worker, 'exit')));

  console.log(`Each counted: ${shared.own.join(' ')}`);
  console.log(`Together: ${shared.total[0]}`);
} else {
  const [shared, number]: [Shared, number] = workerData;
  count(shared, number);
}
