import { isMainThread, Worker } from 'node:worker_threads';

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  worker.on('error', (error) => console.log('error', error.message));
  worker.on('exit', (code) => console.log('exit', code));
} else {
  Promise.reject(new Error('rejected'));
  setInterval(() => undefined, 1000);
}
