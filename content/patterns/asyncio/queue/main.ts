import { setTimeout as sleep } from 'node:timers/promises';

const ORDERS = 12;
const LIMIT = 2;

/** Holds up producers while it is full, consumers while empty. */
class Queue<T extends {}> {
  readonly items: T[] = [];
  readonly #limit: number;
  #changed = Promise.withResolvers<void>();
  #closed = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  async put(item: T): Promise<void> {
    while (!this.#closed && this.items.length >= this.#limit) {
      await this.#changed.promise;
    }
    if (this.#closed) throw new Error('the queue is closed');
    this.items.push(item);
    this.#wake();
  }

  close(): void {
    this.#closed = true;
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void> {
    while (true) {
      const item = this.items.shift();
      if (item !== undefined) {
        this.#wake();
        yield item;
      } else if (this.#closed) return;
      else await this.#changed.promise;
    }
  }

  #wake(): void {
    this.#changed.resolve(); // Whoever waits looks again.
    this.#changed = Promise.withResolvers();
  }
}

const queue = new Queue<number>(LIMIT);
const done: number[] = [];
const consumers = [1, 2, 3].map(async () => {
  for await (const number of queue) {
    await sleep(10); // Handles the order.
    done.push(number);
  }
});
let longest = 0;
for (let number = 1; number <= ORDERS; number++) {
  await queue.put(number); // Waits while it is full.
  longest = Math.max(longest, queue.items.length);
}
queue.close();
await Promise.all(consumers);

const sum = done.reduce((total, number) => total + number, 0);
console.log(`orders handled: ${done.length}, sum ${sum}`);
console.log(`longest queue: ${longest}`);
