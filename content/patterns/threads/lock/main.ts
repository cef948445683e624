import { once } from 'node:events';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const FREE = 0;
const LOCKED = 1;
const CONTENDED = 2; // Locked, and somebody may be asleep.

/** The three-state mutex of Ulrich Drepper's "Futexes Are Tricky". */
class Mutex {
  readonly #state: Int32Array<SharedArrayBuffer>;

  constructor(state: Int32Array<SharedArrayBuffer>) {
    this.#state = state;
  }

  acquire(): void {
    const state = this.#state;
    const seen = Atomics.compareExchange(state, 0, FREE, LOCKED);
    if (seen === FREE) return;
    while (Atomics.exchange(state, 0, CONTENDED) !== FREE) {
      Atomics.wait(state, 0, CONTENDED); // Asleep until notified.
    }
  }

  release(): void {
    if (Atomics.exchange(this.#state, 0, FREE) === CONTENDED) {
      Atomics.notify(this.#state, 0, 1);
    }
  }
}

function increment(memory: SharedArrayBuffer): void {
  const lock = new Mutex(new Int32Array(memory, 0, 1));
  const shared = new Int32Array(memory, 4, 1);
  for (let i = 0; i < 100_000; i++) {
    lock.acquire();
    try {
      shared[0] = (shared[0] ?? 0) + 1;
    } finally {
      lock.release(); // Even after an error.
    }
  }
}

if (isMainThread) {
  const memory = new SharedArrayBuffer(8); // Lock, then counter.
  const threads = Array.from({ length: 5 }, () => {
    return new Worker(new URL(import.meta.url), { workerData: memory });
  });
  await Promise.all(threads.map((thread) => once(thread, 'exit')));

  const [value] = new Int32Array(memory, 4, 1);
  console.log(`Final value of shared_resource: ${value}`);
} else {
  increment(workerData);
}
