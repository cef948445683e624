import { once } from 'node:events';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const CUSTOMERS = 4;
const TRIES = 5;

/** What all threads share, one number each. */
const LOCK = 0;
const BALANCE = 1;
const PAID = 2;
const REFUSED = 3;
const ARRIVED = 4;
const NEVER = 5; // Nobody notifies it: a place to sleep at.

function withLock<T>(memory: Int32Array, action: () => T): T {
  while (Atomics.compareExchange(memory, LOCK, 0, 1) !== 0) {
    Atomics.wait(memory, LOCK, 1);
  }
  try {
    return action();
  } finally {
    Atomics.store(memory, LOCK, 0);
    Atomics.notify(memory, LOCK, 1);
  }
}

function withdraw(memory: Int32Array, amount: number): boolean {
  return withLock(memory, () => {
    if (Atomics.load(memory, BALANCE) < amount) return false;
    Atomics.wait(memory, NEVER, 0, 2); // Work in between: 2 ms.
    Atomics.sub(memory, BALANCE, amount);
    return true;
  });
}

function customer(memory: Int32Array): void {
  let arrived = Atomics.add(memory, ARRIVED, 1) + 1;
  Atomics.notify(memory, ARRIVED);
  while (arrived < CUSTOMERS) {
    Atomics.wait(memory, ARRIVED, arrived); // All at one moment.
    arrived = Atomics.load(memory, ARRIVED);
  }
  for (let i = 0; i < TRIES; i++) {
    const paid = withdraw(memory, 10);
    Atomics.add(memory, paid ? PAID : REFUSED, 1);
  }
}

if (isMainThread) {
  const memory = new Int32Array(new SharedArrayBuffer(6 * 4));
  memory[BALANCE] = 100;
  const threads = Array.from({ length: CUSTOMERS }, () => {
    return new Worker(new URL(import.meta.url), { workerData: memory });
  });
  await Promise.all(threads.map((thread) => once(thread, 'exit')));
  console.log(`paid: ${memory[PAID]} of ${CUSTOMERS * TRIES}`);
  console.log(`refused: ${memory[REFUSED]}`);
  console.log(`balance: ${memory[BALANCE]}`);
} else {
  customer(workerData);
}
