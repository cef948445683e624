import { once } from 'node:events';
import {
  isMainThread,
  threadId,
  Worker,
  workerData,
} from 'node:worker_threads';

/** A lock that its owner may take again: 0, or the owner's id. */
class ReentrantLock {
  readonly #owner: Int32Array<SharedArrayBuffer>;
  #depth = 0; // Of this thread: nobody else needs to know.

  constructor(owner: Int32Array<SharedArrayBuffer>) {
    this.#owner = owner;
  }

  hold(work: () => void): void {
    const owner = this.#owner;
    if (Atomics.load(owner, 0) !== threadId) {
      for (;;) {
        const seen = Atomics.compareExchange(owner, 0, 0, threadId);
        if (seen === 0) break;
        Atomics.wait(owner, 0, seen); // Until that one releases it.
      }
    }
    this.#depth++;
    try {
      work();
    } finally {
      if (--this.#depth === 0) {
        Atomics.store(owner, 0, 0);
        Atomics.notify(owner, 0, 1);
      }
    }
  }
}

if (isMainThread) {
  const memory = new SharedArrayBuffer(8); // Owner, then balance.
  const threads = Array.from({ length: 3 }, () => {
    return new Worker(new URL(import.meta.url), { workerData: memory });
  });
  await Promise.all(threads.map((thread) => once(thread, 'exit')));

  console.log(`Balance: ${new Int32Array(memory, 4, 1)[0]}`);
} else {
  const lock = new ReentrantLock(new Int32Array(workerData, 0, 1));
  const balance = new Int32Array(workerData, 4, 1);
  const deposit = (amount: number) =>
    lock.hold(() => {
      balance[0] = (balance[0] ?? 0) + amount;
    });
  const depositAll = (amounts: number[]) =>
    lock.hold(() => {
      for (const amount of amounts) deposit(amount);
    });

  for (let i = 0; i < 1_000; i++) {
    depositAll([1, 2]);
    deposit(7);
  }
}
