import { once } from 'node:events';
import {
  isMainThread,
  parentPort,
  Worker,
  workerData,
} from 'node:worker_threads';

const MAXSIZE = 2;
const PUT = 0; // How many were put so far.
const TAKEN = 1; // How many were taken so far.

/** Numbers from one thread to one other, through shared memory. */
class BoundedQueue {
  readonly #counts: Int32Array<SharedArrayBuffer>;
  readonly #slots: Int32Array<SharedArrayBuffer>;

  constructor(memory: SharedArrayBuffer) {
    this.#counts = new Int32Array(memory, 0, 2);
    this.#slots = new Int32Array(memory, 8, MAXSIZE);
  }

  get size(): number {
    return (
      Atomics.load(this.#counts, PUT) -
      Atomics.load(this.#counts, TAKEN)
    );
  }

  put(item: number): void {
    const put = Atomics.load(this.#counts, PUT);
    while (this.size === MAXSIZE) {
      Atomics.wait(this.#counts, TAKEN, put - MAXSIZE); // Full: sleep.
    }
    this.#slots[put % MAXSIZE] = item;
    Atomics.add(this.#counts, PUT, 1);
    Atomics.notify(this.#counts, PUT);
  }

  get(): number {
    const taken = Atomics.load(this.#counts, TAKEN);
    while (this.size === 0) {
      Atomics.wait(this.#counts, PUT, taken); // Empty: sleep.
    }
    const item = this.#slots[taken % MAXSIZE] ?? 0;
    Atomics.add(this.#counts, TAKEN, 1);
    Atomics.notify(this.#counts, TAKEN);
    return item;
  }
}

function produce(orders: BoundedQueue): void {
  for (let number = 1; number <= 6; number++) {
    if (orders.size === MAXSIZE) {
      const news = `The queue is full: order ${number} has to wait.`;
      parentPort?.postMessage(news);
    }
    orders.put(number); // Sleeps while the queue is full.
  }
  parentPort?.postMessage('All orders are in the queue.');
}

if (isMainThread) {
  const memory = new SharedArrayBuffer(4 * (2 + MAXSIZE));
  const orders = new BoundedQueue(memory);
  const url = new URL(import.meta.url);
  const producer = new Worker(url, { workerData: memory });

  const [news] = await once(producer, 'message');
  console.log(news); // Take nothing before there is some news.
  let most = 0;
  for (let i = 0; i < 6; i++) {
    most = Math.max(most, orders.size);
    console.log(`Took order ${orders.get()}.`);
  }
  console.log(`Never more than ${most} orders were waiting.`);
} else {
  produce(new BoundedQueue(workerData));
}
