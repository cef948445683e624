import { isMainThread, threadName, Worker } from 'node:worker_threads';

if (isMainThread) {
  console.log(JSON.stringify(threadName));
  const worker = new Worker(new URL(import.meta.url), { name: 'cruncher' });
  console.log(worker.threadName);
  worker.on('exit', () => console.log(worker.threadName));
} else {
  console.log(threadName);
}
