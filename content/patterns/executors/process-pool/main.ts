import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

type Result = ReturnType<typeof countPrimes>;

function isPrime(n: number): boolean {
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
  return n > 1;
}

function countPrimes(start: number) {
  const numbers = Array.from({ length: 1000 }, (_, i) => start + i);
  const found = numbers.filter(isPrime).length;
  return { start, found, pid: process.pid };
}

class ProcessPool {
  readonly #workers: ChildProcess[];

  constructor(processes: number) {
    this.#workers = Array.from({ length: processes }, () => {
      const worker = fork(import.meta.filename, ['worker']);
      // Whoever waits for a message is told that none will come.
      return worker.once('exit', () => {
        const error = new Error('Broken pool');
        if (!worker.killed) worker.emit('error', error);
      });
    });
  }

  async map(starts: number[]): Promise<Result[]> {
    const results: Result[] = [];
    const items = starts.entries(); // One iterator for all workers.
    const serve = async (worker: ChildProcess): Promise<void> => {
      for (const [index, start] of items) {
        worker.send(start);
        [results[index]] = await once(worker, 'message');
      }
    };
    await Promise.all(this.#workers.map(serve));
    return results;
  }

  [Symbol.dispose](): void {
    for (const worker of this.#workers) worker.kill();
  }
}

if (process.argv[2] === 'worker') {
  process.on('message', (start: number) => {
    process.send?.(countPrimes(start));
  });
} else {
  using pool = new ProcessPool(2);
  const results = await pool.map([0, 1000, 2000, 3000]);

  for (const { start, found } of results) {
    console.log(`From ${start} on: ${found} primes`);
  }
  const all = results.reduce((sum, { found }) => sum + found, 0);
  console.log(`All: ${all}`);
  const here = results.some(({ pid }) => pid === process.pid);
  console.log('Computed in this process:', here ? 'yes' : 'no');
}
