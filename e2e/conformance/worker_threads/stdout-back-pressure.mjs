// A worker's standard output is full until the parent that asked for it has read it, and keeps it alive.
import { once } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

if (isMainThread) {
  const unread = new Worker(new URL(import.meta.url), { stdout: true, workerData: 'short' });
  console.log('a little that nobody reads', await once(unread, 'exit'));

  const worker = new Worker(new URL(import.meta.url), { stdout: true, workerData: 'long' });
  worker.on('exit', (code) => console.log('exit', code));
  const timer = new Promise((resolve) => {
    worker.on('message', (message) => {
      console.log(message);
      if (message === 'timer') resolve();
    });
  });
  await timer;
  console.log('reading now');
  let length = 0;
  worker.stdout.on('data', (bytes) => {
    length += bytes.length;
  });
  worker.stdout.on('end', () => console.log('end', length));
} else if (workerData === 'short') {
  process.stdout.write('short');
} else {
  const { stdout } = process;
  const results = [10, 200_000, 1].map((length) => stdout.write('x'.repeat(length)));
  parentPort.postMessage(results);
  stdout.once('drain', () => {
    parentPort.postMessage('drain');
    parentPort.postMessage(['again', stdout.write('x'.repeat(70_000))]);
    stdout.once('drain', () => parentPort.postMessage('drain again'));
  });
  setTimeout(() => parentPort.postMessage('timer'), 50);
}
