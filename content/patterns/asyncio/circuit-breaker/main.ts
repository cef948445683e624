import { performance } from 'node:perf_hooks';
import { setImmediate as turn } from 'node:timers/promises';

const FAILURES = 3; // In a row, until the circuit opens.
const COOL_DOWN = 30; // Seconds until one call may try again.

class CircuitOpenError extends Error {}
class UnavailableError extends Error {} // There was no answer.

/** Refuses calls to a service that keeps failing. */
class CircuitBreaker {
  readonly #clock: () => number;
  #failures = 0;
  #tryAt = 0;

  constructor(clock = () => performance.now() / 1000) {
    this.#clock = clock;
  }

  async call<T>(job: () => Promise<T>): Promise<T> {
    const now = this.#clock();
    if (this.#failures >= FAILURES) {
      if (now < this.#tryAt) {
        throw new CircuitOpenError('refused, the circuit is open');
      }
      this.#tryAt = now + COOL_DOWN; // One may try, not all.
    }
    try {
      const result = await job();
      this.#failures = 0;
      return result;
    } catch (error) {
      if (error instanceof UnavailableError) {
        this.#failures++;
        this.#tryAt = this.#clock() + COOL_DOWN;
      } else this.#failures = 0; // An answer, if not a welcome one.
      throw error;
    }
  }
}

let now = 0; // A clock that can be set; the sample need not wait.
let up = false;
let asked = 0;
const breaker = new CircuitBreaker(() => now);

async function fetchData(): Promise<string> {
  asked++;
  await turn(); // Stands for a request.
  if (!up) throw new UnavailableError('failed');
  return 'answered';
}

const expected = [UnavailableError, CircuitOpenError];
for (const second of [0, 1, 2, 3, 4, 33, 34, 70, 71]) {
  now = second;
  up = second >= 60;
  const outcome = await breaker.call(fetchData).catch((error) => {
    if (!expected.some((kind) => error instanceof kind)) throw error;
    return error.message;
  });
  console.log(`${String(second).padStart(2)} s: ${outcome}`);
}
console.log(`requests that reached the service: ${asked} of 9`);
