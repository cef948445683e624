import { isMainThread, parentPort, Worker } from 'node:worker_threads';

process.env.COLOUR = isMainThread ? 'red' : process.env.COLOUR;
if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  worker.on('message', (seen) => console.log(seen, process.env.COLOUR));
} else {
  const seen = process.env.COLOUR;
  process.env.COLOUR = 'blue';
  parentPort?.postMessage(seen);
}
