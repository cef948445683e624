import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Part } from './part.ts';

// Four threads count the primes below a limit, each in its own part,
// and add what they found to one number in shared memory.
const LIMIT = 400_000;
const THREADS = 4;

const memory = new SharedArrayBuffer(4);
const found = new Int32Array(memory);
const started = performance.now();

const workers = Array.from({ length: THREADS }, (_, index) => {
  const part: Part = { index, parts: THREADS, limit: LIMIT, memory };
  const file = new URL('./worker.ts', import.meta.url);
  return new Worker(file, { workerData: part });
});
await Promise.all(workers.map((worker) => once(worker, 'exit')));

const seconds = (performance.now() - started) / 1000;
console.log(`${found[0]} primes below ${LIMIT}`);
console.error(`${THREADS} threads took ${seconds.toFixed(2)} s`);
