import { isMainThread, Worker } from 'node:worker_threads';

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  worker.on('exit', (code) => console.log('exit', code, worker.threadId));
} else {
  process.on('exit', (code) => console.log('in worker', code));
  process.exit(5);
}
