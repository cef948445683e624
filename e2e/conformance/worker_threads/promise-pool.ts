import { isMainThread, parentPort, Worker } from 'node:worker_threads';

if (isMainThread) {
  const jobs = [5, 10, 15, 20, 25];
  const results: number[] = [];
  await Promise.all(
    Array.from({ length: 2 }, async () => {
      const worker = new Worker(new URL(import.meta.url));
      for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
        worker.postMessage(job);
        results.push(await new Promise((resolve) => worker.once('message', resolve)));
      }
      await worker.terminate();
    }),
  );
  console.log(results.sort((a, b) => a - b));
} else {
  const fib = (n: number): number => (n < 2 ? n : fib(n - 1) + fib(n - 2));
  parentPort?.on('message', (n) => parentPort?.postMessage(fib(n)));
}
