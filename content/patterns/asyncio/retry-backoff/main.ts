import { setTimeout as sleep } from 'node:timers/promises';

const BASE = 0.02; // Seconds; doubles with each failure.
const LONGEST = 1.0;

class Busy extends Error {}

async function retry<T>(
  job: () => Promise<T>,
  attempts: number,
): Promise<T> {
  for (let attempt = 1; attempt < attempts; attempt++) {
    try {
      return await job();
    } catch (error) {
      if (!(error instanceof Busy)) throw error;
      const limit = Math.min(LONGEST, BASE * 2 ** (attempt - 1));
      const delay = Math.random() * limit; // Jitter.
      console.log(`attempt ${attempt}: ${error.message}`);
      console.log(
        `  waits ${delay.toFixed(4)} of ${limit.toFixed(2)} s`,
      );
      await sleep(delay * 1000);
    }
  }
  return job(); // The last failure is the caller's.
}

class Server {
  #failures: number;

  constructor(failures: number) {
    this.#failures = failures;
  }

  async fetch(page: string): Promise<string> {
    if (page === 'wrong') throw new RangeError('no such page');
    if (this.#failures > 0) {
      this.#failures--;
      throw new Busy('busy');
    }
    return `${page} is here`;
  }
}

const server = new Server(3);
console.log(await retry(() => server.fetch('home'), 5));
try {
  await retry(() => server.fetch('wrong'), 5);
} catch (error) {
  if (!(error instanceof RangeError)) throw error;
  console.log(`gave up at once: ${error.message}`);
}
