import { isMainThread, parentPort, Worker } from 'node:worker_threads';

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  for (let n = 0; n < 5; n++) worker.postMessage(n);
} else {
  await new Promise((resolve) => setTimeout(resolve, 20));
  let count = 0;
  parentPort?.on('message', (n) => {
    console.log('got', n);
    if (++count === 5) parentPort?.close();
  });
}
