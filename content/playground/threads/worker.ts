import { workerData } from 'node:worker_threads';
import { isPrime, type Part } from './part.ts';

const { index, parts, limit, memory } = workerData as Part;

let primes = 0;
for (let number = index; number < limit; number += parts) {
  if (isPrime(number)) primes++;
}
// Other threads add to the same place at the same time.
Atomics.add(new Int32Array(memory), 0, primes);
