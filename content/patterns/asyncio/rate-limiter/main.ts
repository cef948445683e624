import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

const RATE = 20; // Tokens per second.
const BURST = 3; // Tokens that the bucket holds; it begins full.
const REQUESTS = 9;

/** Hands out tokens; whoever comes too early waits for one. */
class TokenBucket {
  readonly #rate: number;
  readonly #burst: number;
  #tokens: number;
  #filled = performance.now();

  constructor(rate: number, burst: number) {
    this.#rate = rate;
    this.#burst = burst;
    this.#tokens = burst;
  }

  async take(): Promise<void> {
    const now = performance.now();
    const grown = ((now - this.#filled) / 1000) * this.#rate;
    this.#tokens = Math.min(this.#burst, this.#tokens + grown);
    this.#filled = now;
    this.#tokens -= 1; // Below zero: a token of the future.
    if (this.#tokens < 0) {
      await sleep((-this.#tokens / this.#rate) * 1000);
    }
  }
}

const begin = performance.now();
const bucket = new TokenBucket(RATE, BURST);
const times: number[] = [];

async function request(number: number): Promise<void> {
  await bucket.take();
  times.push((performance.now() - begin) / 1000);
  console.log(`request ${number} is sent`);
}

const numbers = Array.from({ length: REQUESTS }, (_, i) => i + 1);
await Promise.all(numbers.map(request));

// The n-th may be sent when n - BURST tokens have grown.
const early = times.filter((at, index) => {
  return at < (index + 1 - BURST) / RATE - 0.005;
});
console.log(`sent too early: ${early.length}`);
