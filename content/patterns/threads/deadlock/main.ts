import { once } from 'node:events';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const TRANSFERS = 150;

/** An account is three numbers in shared memory. */
const LOCK = 0;
const BALANCE = 1;
const NEVER = 2; // Nobody notifies it: a place to sleep at.

interface Account {
  number: number;
  memory: Int32Array;
}

function withLock(account: Account, action: () => void): void {
  const { memory } = account;
  while (Atomics.compareExchange(memory, LOCK, 0, 1) !== 0) {
    Atomics.wait(memory, LOCK, 1);
  }
  try {
    action();
  } finally {
    Atomics.store(memory, LOCK, 0);
    Atomics.notify(memory, LOCK, 1);
  }
}

function transfer(source: Account, target: Account, amount: number) {
  // The cure: whichever way the money goes, one order of locks.
  const ordered = source.number < target.number;
  const [first, second] = ordered ? [source, target] : [target, source];
  withLock(first, () => {
    Atomics.wait(first.memory, NEVER, 0, 1); // Work: 1 ms.
    withLock(second, () => {
      Atomics.sub(source.memory, BALANCE, amount);
      Atomics.add(target.memory, BALANCE, amount);
    });
  });
}

function open(number: number): Account {
  const memory = new Int32Array(new SharedArrayBuffer(3 * 4));
  memory[BALANCE] = 500;
  return { number, memory };
}

if (isMainThread) {
  const [a, b] = [open(0), open(1)];
  const there = [a, b];
  const back = [b, a];
  const threads = [there, back].map((pair) => {
    return new Worker(new URL(import.meta.url), { workerData: pair });
  });
  await Promise.all(threads.map((thread) => once(thread, 'exit')));
  console.log(`a has ${a.memory[BALANCE]}, b has ${b.memory[BALANCE]}`);
} else {
  const [source, target] = workerData;
  for (let i = 0; i < TRANSFERS; i++) transfer(source, target, 1);
}
