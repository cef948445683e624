import { isMainThread, Worker } from 'node:worker_threads';

if (isMainThread) {
  new Worker(new URL(import.meta.url), { env: { ONLY: 'this', N: 3 as never } });
} else {
  console.log(Object.entries(process.env).sort());
}
