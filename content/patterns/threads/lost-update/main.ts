import { once } from 'node:events';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const ROUNDS = 10_000;

/** The cells of the shared memory. */
const FORCED = 0;
const IN_LOOP = 1;
const LOCK = 2; // 1 while a thread holds it.
const HERE = 3; // How many have come to the meeting.

const cells: Int32Array<SharedArrayBuffer> = isMainThread
  ? new Int32Array(new SharedArrayBuffer(16))
  : workerData;

function add(counter: number, between: () => void): void {
  const seen = cells[counter] ?? 0; // Read.
  between(); // Whoever else writes here is not seen.
  cells[counter] = seen + 1; // Write.
}

/** The first waits until the second is here. */
function meet(): void {
  if (Atomics.add(cells, HERE, 1) === 0) Atomics.wait(cells, HERE, 1);
  else Atomics.notify(cells, HERE);
}

function acquire(): void {
  while (Atomics.compareExchange(cells, LOCK, 0, 1) !== 0) {
    Atomics.wait(cells, LOCK, 1);
  }
}

function release(): void {
  Atomics.store(cells, LOCK, 0);
  Atomics.notify(cells, LOCK, 1);
}

if (isMainThread) {
  const threads = [1, 2].map(() => {
    return new Worker(new URL(import.meta.url), { workerData: cells });
  });
  await Promise.all(threads.map((thread) => once(thread, 'exit')));

  console.log(`Both read before either wrote: ${cells[FORCED]} of 2`);
  console.log(`Added in a loop: ${cells[IN_LOOP]} of ${2 * ROUNDS}`);
} else {
  add(FORCED, meet);
  for (let i = 0; i < ROUNDS; i++) {
    acquire(); // Read and write are one step to the others.
    try {
      add(IN_LOOP, Boolean);
    } finally {
      release();
    }
  }
}
