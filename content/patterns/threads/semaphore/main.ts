import { once } from 'node:events';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const PERMITS = 2;
const CLIENTS = 6;
type Cell = Int32Array<SharedArrayBuffer>;

/** Takes one of the permits, or sleeps while there is none. */
function acquire(permits: Cell): void {
  for (;;) {
    const free = Atomics.load(permits, 0);
    if (free === 0) {
      Atomics.wait(permits, 0, 0); // Sleeps only if there is none.
    } else if (
      Atomics.compareExchange(permits, 0, free, free - 1) === free
    ) {
      return;
    }
  }
}

function release(permits: Cell): void {
  Atomics.add(permits, 0, 1);
  Atomics.notify(permits, 0, 1);
}

/** A query counts itself: open now, open at most, served. */
function query(permits: Cell, counts: Cell): void {
  acquire(permits);
  const open = Atomics.add(counts, 0, 1) + 1;
  let most = Atomics.load(counts, 1);
  while (open > most) {
    most = Atomics.compareExchange(counts, 1, most, open);
  }
  Atomics.wait(counts, 3, 0, 50); // Simulated I/O.
  Atomics.sub(counts, 0, 1);
  Atomics.add(counts, 2, 1);
  release(permits);
}

/** Sleeps until all clients are here, so that all begin at once. */
function meet(missing: Cell): void {
  let left = Atomics.sub(missing, 0, 1) - 1;
  Atomics.notify(missing, 0);
  for (; left > 0; left = Atomics.load(missing, 0)) {
    Atomics.wait(missing, 0, left);
  }
}

if (isMainThread) {
  const memory = new SharedArrayBuffer(24);
  new Int32Array(memory).set([PERMITS, CLIENTS]);
  const threads = Array.from({ length: CLIENTS }, () => {
    return new Worker(new URL(import.meta.url), { workerData: memory });
  });
  await Promise.all(threads.map((thread) => once(thread, 'exit')));

  const [, most, served] = new Int32Array(memory, 8);
  console.log(`Clients served: ${served}`);
  console.log(`Connections open at once: ${most}`);
} else {
  meet(new Int32Array(workerData, 4, 1));
  const permits = new Int32Array(workerData, 0, 1);
  query(permits, new Int32Array(workerData, 8, 4));
}
