import { once } from 'node:events';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const THREADS = 3;
const ROUNDS = 2;

/** Opens when all threads are here; then it can be used again. */
class Barrier {
  readonly #parties: number;
  readonly #state: Int32Array<SharedArrayBuffer>;

  /** @param state how many have arrived, and how often it has opened */
  constructor(parties: number, state: Int32Array<SharedArrayBuffer>) {
    this.#parties = parties;
    this.#state = state;
  }

  wait(): void {
    const state = this.#state;
    const opened = Atomics.load(state, 1);
    if (Atomics.add(state, 0, 1) + 1 === this.#parties) {
      Atomics.store(state, 0, 0); // Ready for the next round,
      Atomics.add(state, 1, 1); // and only then open.
      Atomics.notify(state, 1);
    } else {
      Atomics.wait(state, 1, opened);
    }
  }
}

function work(number: number, memory: SharedArrayBuffer): void {
  const barrier = new Barrier(THREADS, new Int32Array(memory, 0, 2));
  const done = new Int32Array(memory, 8, ROUNDS);
  const never = new Int32Array(memory, 16, 1);
  for (let round = 0; round < ROUNDS; round++) {
    Atomics.wait(never, 0, 0, 50 * number); // Some are slower.
    Atomics.add(done, round, 1);
    barrier.wait(); // Nobody goes on before all are here.
    const count = Atomics.load(done, round);
    console.log(`${number} after round ${round}: ${count} are done`);
  }
}

if (isMainThread) {
  const memory = new SharedArrayBuffer(20);
  const threads = Array.from({ length: THREADS }, (_, number) => {
    const url = new URL(import.meta.url);
    return new Worker(url, { workerData: { number, memory } });
  });
  await Promise.all(threads.map((thread) => once(thread, 'exit')));

  const [, opened] = new Int32Array(memory, 0, 2);
  console.log(`The barrier opened ${opened} times`);
} else {
  work(workerData.number, workerData.memory);
}
