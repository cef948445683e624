import { once } from 'node:events';
import * as threads from 'node:worker_threads';

const MAXSIZE = 2;
const PUT = 0; // How many were put so far.
const TAKEN = 1; // How many were taken so far.
const SLOTS = 2; // The first of MAXSIZE slots, used in turn.
const cells: Int32Array<SharedArrayBuffer> = threads.isMainThread
  ? new Int32Array(new SharedArrayBuffer(4 * (SLOTS + MAXSIZE)))
  : threads.workerData;

/** Numbers from one thread to one other, through shared memory. */
const orders = {
  get size(): number {
    return Atomics.load(cells, PUT) - Atomics.load(cells, TAKEN);
  },

  put(item: number): void {
    const put = Atomics.load(cells, PUT);
    while (this.size === MAXSIZE) {
      Atomics.wait(cells, TAKEN, put - MAXSIZE); // Full: sleep.
    }
    cells[SLOTS + (put % MAXSIZE)] = item;
    Atomics.add(cells, PUT, 1);
    Atomics.notify(cells, PUT);
  },

  get(): number {
    const taken = Atomics.load(cells, TAKEN);
    while (this.size === 0) Atomics.wait(cells, PUT, taken);
    const item = Atomics.load(cells, SLOTS + (taken % MAXSIZE));
    Atomics.add(cells, TAKEN, 1);
    Atomics.notify(cells, TAKEN);
    return item;
  },
};

if (threads.isMainThread) {
  const url = new URL(import.meta.url);
  const producer = new threads.Worker(url, { workerData: cells });

  const [news] = await once(producer, 'message');
  console.log(news); // Take nothing before there is some news.
  let most = 0;
  for (let i = 0; i < 6; i++) {
    most = Math.max(most, orders.size);
    console.log(`Took order ${orders.get()}.`);
  }
  console.log(`Never more than ${most} orders were waiting.`);
} else {
  const news = threads.parentPort;
  for (let number = 1; number <= 6; number++) {
    const full = `The queue is full: order ${number} has to wait.`;
    if (orders.size === MAXSIZE) news?.postMessage(full);
    orders.put(number); // Sleeps while the queue is full.
  }
  news?.postMessage('All orders are in the queue.');
}
