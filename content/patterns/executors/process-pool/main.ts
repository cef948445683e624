import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

interface Result {
  start: number;
  found: number;
  pid: number;
}

function isPrime(n: number): boolean {
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
  return n > 1;
}

function countPrimes(start: number): Result {
  const numbers = Array.from({ length: 1000 }, (_, i) => start + i);
  const found = numbers.filter(isPrime).length;
  return { start, found, pid: process.pid };
}

class ProcessPool {
  readonly #idle: ChildProcess[];
  readonly #waiting: ((worker: ChildProcess) => void)[] = [];

  constructor(processes: number) {
    this.#idle = Array.from({ length: processes }, () => {
      const worker = fork(import.meta.filename, ['worker']);
      // Whoever waits for a message is told that none will come.
      return worker.once('exit', (code) => {
        if (code !== 0) worker.emit('error', new Error('Broken pool'));
      });
    });
  }

  async submit(start: number): Promise<Result> {
    const worker = this.#idle.pop() ?? (await this.#nextIdle());
    worker.send(start);
    const [result] = (await once(worker, 'message')) as [Result];
    const next = this.#waiting.shift();
    if (next) next(worker);
    else this.#idle.push(worker);
    return result;
  }

  #nextIdle(): Promise<ChildProcess> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  [Symbol.dispose](): void {
    for (const worker of this.#idle) worker.disconnect();
  }
}

if (process.argv[2] === 'worker') {
  process.on('message', (start: number) => {
    process.send?.(countPrimes(start));
  });
} else {
  const starts = [0, 1000, 2000, 3000];
  using pool = new ProcessPool(2);
  const results = await Promise.all(starts.map((n) => pool.submit(n)));

  for (const { start, found } of results) {
    console.log(`From ${start} on: ${found} primes`);
  }
  const all = results.reduce((sum, { found }) => sum + found, 0);
  console.log(`All: ${all}`);
  const here = results.some(({ pid }) => pid === process.pid);
  console.log('Computed in this process:', here ? 'yes' : 'no');
}
