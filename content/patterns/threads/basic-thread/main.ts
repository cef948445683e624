import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

async function task(name: string): Promise<void> {
  console.log(`Thread ${name}: Starting`);
  await sleep(2000); // Simulated I/O: nothing of this thread runs.
  console.log(`Thread ${name}: Finishing`);
}

function startThread(name: string): Worker {
  return new Worker(new URL(import.meta.url), { workerData: name });
}

if (isMainThread) {
  const threads = [startThread('One'), startThread('Two')];

  // Wait for both threads to end. once() rejects if one fails.
  await Promise.all(threads.map((thread) => once(thread, 'exit')));

  console.log('All threads finished.');
} else {
  await task(workerData);
}
