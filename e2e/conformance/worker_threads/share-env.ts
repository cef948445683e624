import { isMainThread, SHARE_ENV, Worker } from 'node:worker_threads';

if (isMainThread) {
  process.env.COLOUR = 'red';
  const worker = new Worker(new URL(import.meta.url), { env: SHARE_ENV });
  worker.on('exit', () => console.log(process.env.COLOUR));
} else {
  console.log(process.env.COLOUR);
  process.env.COLOUR = 'blue';
}
