import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

async function fetchData(delay: number, data: string): Promise<string> {
  console.log(`Fetching ${data}...`);
  await sleep(delay * 1000); // Simulate an I/O-bound operation.
  console.log(`Finished fetching ${data}`);
  return data;
}

const startTime = performance.now();

// Calling an async function starts it: both run from here.
const task1 = fetchData(2, 'User Data');
const task2 = fetchData(1, 'Product Data');

// Wait for the results.
const userData = await task1;
const productData = await task2;

console.log(`Received: ${userData}, ${productData}`);
const total = (performance.now() - startTime) / 1000;
// Near the longest delay (2 s), not the sum of both (3 s).
console.log(`Total time: ${total.toFixed(2)} seconds`);
