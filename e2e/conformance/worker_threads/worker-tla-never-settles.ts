import { isMainThread, Worker } from 'node:worker_threads';

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  worker.on('exit', (code) => console.log('exit', code));
} else {
  console.log('waiting');
  await new Promise(() => undefined);
}
