import { setTimeout as sleep } from 'node:timers/promises';

/** Lets callers that ask for the same key share one load. */
class SingleFlight {
  readonly #load: (key: string) => Promise<string>;
  readonly #flights = new Map<string, Promise<string>>();

  constructor(load: (key: string) => Promise<string>) {
    this.#load = load;
  }

  async get(key: string): Promise<string> {
    let flight = this.#flights.get(key);
    if (flight === undefined) {
      flight = this.#load(key).finally(() => {
        this.#flights.delete(key); // After a failure as well.
      });
      this.#flights.set(key, flight);
    }
    return flight;
  }
}

let loads = 0;

async function load(key: string): Promise<string> {
  loads++;
  await sleep(50); // Stands for a slow query.
  if (loads === 1) throw new Error('the database is busy');
  return `${key}, from load ${loads}`;
}

async function askFiveTimes(cache: SingleFlight): Promise<void> {
  const before = loads;
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => {
      return cache.get('prices').catch((error) => error.message);
    }),
  );
  const different = [...new Set(answers)].sort().join('; ');
  console.log(`5 callers, ${loads - before} load: ${different}`);
}

const cache = new SingleFlight(load);
for (let round = 0; round < 3; round++) await askFiveTimes(cache);
