import { isMainThread, Worker } from 'node:worker_threads';

if (isMainThread) {
  process.on('exit', (code) => console.log('exit', code));
  new Worker(new URL(import.meta.url));
  setInterval(() => undefined, 1000);
} else {
  throw new Error('nobody listens');
}
