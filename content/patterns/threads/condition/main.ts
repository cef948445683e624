import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import * as threads from 'node:worker_threads';

const LOCK = 0; // 1 while a thread holds it.
const CHANGES = 1; // How often somebody has notified.
const LOAVES = 2;
const cells: Int32Array<SharedArrayBuffer> = threads.isMainThread
  ? new Int32Array(new SharedArrayBuffer(12))
  : threads.workerData.cells;

function acquire(): void {
  while (Atomics.compareExchange(cells, LOCK, 0, 1) !== 0) {
    Atomics.wait(cells, LOCK, 1);
  }
}

function release(): void {
  Atomics.store(cells, LOCK, 0);
  Atomics.notify(cells, LOCK, 1);
}

/** Gives the lock up while it waits, and has it again after. */
function waitFor(isTrue: () => boolean): void {
  while (!isTrue()) {
    const seen = Atomics.load(cells, CHANGES);
    release();
    Atomics.wait(cells, CHANGES, seen); // Misses no change.
    acquire();
  }
}

function bake(): void {
  acquire();
  Atomics.add(cells, LOAVES, 1);
  Atomics.add(cells, CHANGES, 1);
  Atomics.notify(cells, CHANGES); // Each looks for itself.
  release();
}

function buy(wanted: number): void {
  const hasEnough = () => Atomics.load(cells, LOAVES) >= wanted;
  acquire();
  waitFor(hasEnough);
  const enough = hasEnough() ? 'yes' : 'no';
  Atomics.sub(cells, LOAVES, wanted);
  release();
  console.log(`A customer wants ${wanted}; enough: ${enough}`);
}

if (threads.isMainThread) {
  const customers = [1, 2, 3].map((wanted) => {
    const workerData = { cells, wanted };
    const url = new URL(import.meta.url);
    return new threads.Worker(url, { workerData });
  });
  const exits = customers.map((one) => once(one, 'exit'));
  await Promise.all(customers.map((one) => once(one, 'message')));
  for (let i = 0; i < 6; i++) {
    await sleep(30); // Baking takes time.
    bake();
  }
  await Promise.all(exits);
  console.log(`Loaves left: ${cells[LOAVES]}`);
} else {
  threads.parentPort?.postMessage('here');
  buy(threads.workerData.wanted);
}
