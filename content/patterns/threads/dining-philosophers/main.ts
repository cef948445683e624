import { once } from 'node:events';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const SEATS = 5;
const MEALS = 50;

/** A fork lies on the table (0) or is in somebody's hand (1). */
function take(forks: Int32Array, fork: number): void {
  while (Atomics.compareExchange(forks, fork, 0, 1) !== 0) {
    Atomics.wait(forks, fork, 1); // Asleep until it is put down.
  }
}

function putDown(forks: Int32Array, fork: number): void {
  Atomics.store(forks, fork, 0);
  Atomics.notify(forks, fork, 1);
}

function dine(seat: number, forks: Int32Array, eaten: Int32Array) {
  const left = seat;
  const right = (seat + 1) % SEATS;
  // The cure: everybody takes the fork with the lower number first.
  const first = Math.min(left, right);
  const second = Math.max(left, right);
  for (let meal = 0; meal < MEALS; meal++) {
    take(forks, first);
    take(forks, second);
    Atomics.add(eaten, seat, 1); // Both forks in hand.
    putDown(forks, second);
    putDown(forks, first);
  }
}

if (isMainThread) {
  const memory = new SharedArrayBuffer(2 * SEATS * 4);
  const eaten = new Int32Array(memory, SEATS * 4, SEATS);
  const philosophers = Array.from({ length: SEATS }, (_, seat) => {
    return new Worker(new URL(import.meta.url), {
      workerData: { seat, memory },
    });
  });
  await Promise.all(philosophers.map((each) => once(each, 'exit')));
  for (const [seat, meals] of eaten.entries()) {
    console.log(`philosopher ${seat} has eaten ${meals} times`);
  }
  console.log('nobody waits any more');
} else {
  const { seat, memory } = workerData;
  const forks = new Int32Array(memory, 0, SEATS);
  dine(seat, forks, new Int32Array(memory, SEATS * 4, SEATS));
}
