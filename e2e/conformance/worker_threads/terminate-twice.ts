import { isMainThread, Worker } from 'node:worker_threads';

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  worker.on('online', async () => {
    const [a, b] = await Promise.all([worker.terminate(), worker.terminate()]);
    console.log(a, b, await worker.terminate(), worker.threadId);
  });
} else {
  setInterval(() => undefined, 1000);
}
