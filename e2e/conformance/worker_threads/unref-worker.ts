import { isMainThread, Worker } from 'node:worker_threads';

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  worker.on('exit', () => console.log('never'));
  worker.unref();
  process.on('exit', (code) => console.log('main exit', code));
} else {
  setInterval(() => undefined, 1000);
}
