import { setTimeout as sleep } from 'node:timers/promises';

const LIMIT = 3;

/** Counts how many requests it serves at the same time. */
class Server {
  #active = 0;
  most = 0;

  async fetch(page: number): Promise<void> {
    this.#active++;
    this.most = Math.max(this.most, this.#active);
    await sleep(50); // Stands for the transfer.
    this.#active--;
    console.log(`page ${page} is here`);
  }
}

/** Lets so many jobs run at a time; the others wait in line. */
class Semaphore {
  #free: number;
  readonly #line: (() => void)[] = [];

  constructor(permits: number) {
    this.#free = permits;
  }

  async run<T>(job: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((enter) => this.#line.push(enter));
    try {
      return await job();
    } finally {
      const next = this.#line.shift(); // The permit is handed on.
      if (next) next();
      else this.#free++;
    }
  }
}

const server = new Server();
const semaphore = new Semaphore(LIMIT);
const pages = Array.from({ length: 9 }, (_, index) => index + 1);
await Promise.all(
  pages.map((page) => semaphore.run(() => server.fetch(page))),
);
console.log(`never more than ${server.most} at a time`);
