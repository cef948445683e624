// Milliseconds from `new Worker` to its first message, one by one.
import { once } from 'node:events';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

if (isMainThread) {
  const times: number[] = [];
  for (let round = 0; round < 12; round++) {
    const begin = performance.now();
    const worker = new Worker(new URL(import.meta.url));
    await once(worker, 'message');
    times.push(performance.now() - begin);
    await worker.terminate();
  }
  console.log(JSON.stringify(times));
} else {
  parentPort?.postMessage('up');
}
