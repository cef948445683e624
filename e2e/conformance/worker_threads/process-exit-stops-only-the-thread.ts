import { isMainThread, Worker } from 'node:worker_threads';

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  worker.on('exit', () => setTimeout(() => console.log('main goes on'), 5));
} else {
  setTimeout(() => console.log('never'), 0);
  process.exit();
}
