import { isMainThread, Worker } from 'node:worker_threads';

if (isMainThread) {
  new Worker(new URL(import.meta.url), { argv: ['a', 2, true] });
} else {
  console.log(process.argv.slice(2), process.argv.length);
}
