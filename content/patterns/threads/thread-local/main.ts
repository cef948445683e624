import { once } from 'node:events';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

// Each thread evaluates this module for itself, so each has its own.
const threadData: { value?: string } = {};

function setAndPrintData(name: string): void {
  threadData.value = name; // Seen by this thread only.
  console.log(`${name}: ${threadData.value}`);
}

if (isMainThread) {
  const threads = ['Thread-A', 'Thread-B'].map((name) => {
    return new Worker(new URL(import.meta.url), { workerData: name });
  });
  await Promise.all(threads.map((thread) => once(thread, 'exit')));
} else {
  setAndPrintData(workerData);
}
