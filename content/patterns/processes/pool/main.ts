import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

async function square(number: number): Promise<number> {
  await sleep(100); // Simulate some work.
  return number * number;
}

class ProcessPool {
  readonly #idle: ChildProcess[];
  readonly #waiting: ((worker: ChildProcess) => void)[] = [];

  constructor(processes: number) {
    this.#idle = Array.from({ length: processes }, () => {
      const worker = fork(import.meta.filename, ['worker']);
      // Its caller would wait forever: better to fail at once.
      return worker.once('exit', (code) => {
        if (code !== 0) throw new Error(`A worker died (${code}).`);
      });
    });
  }

  /** Squares one number in the first worker that is free. */
  async submit(number: number): Promise<number> {
    const worker = this.#idle.pop() ?? (await this.#nextIdle());
    worker.send(number);
    const [result] = (await once(worker, 'message')) as [number];
    const next = this.#waiting.shift();
    if (next) next(worker);
    else this.#idle.push(worker);
    return result;
  }

  /** Squares every number; the results are in the numbers' order. */
  map(numbers: number[]): Promise<number[]> {
    return Promise.all(numbers.map((number) => this.submit(number)));
  }

  close(): void {
    for (const worker of this.#idle) worker.disconnect();
  }

  #nextIdle(): Promise<ChildProcess> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}

if (process.argv[2] === 'worker') {
  process.on('message', async (number: number) => {
    process.send?.(await square(number));
  });
} else {
  const numbers = Array.from({ length: 10 }, (_, index) => index);
  const pool = new ProcessPool(4);
  const results = await pool.map(numbers);
  console.log(`Squared numbers: [${results.join(', ')}]`);

  // submit() returns a promise at once; awaiting it waits.
  const pending = numbers.map((number) => pool.submit(number));
  const finalResults = await Promise.all(pending);
  console.log(`Squared numbers (async): [${finalResults.join(', ')}]`);
  pool.close();
}
