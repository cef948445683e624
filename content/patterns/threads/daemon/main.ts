import { once } from 'node:events';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

async function background(): Promise<void> {
  try {
    parentPort?.postMessage('started');
    // Work without an end: no message comes.
    if (parentPort) await once(parentPort, 'message');
  } finally {
    console.log('Background: tidied up'); // Never printed.
  }
}

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  let alive = true;
  worker.once('exit', () => {
    alive = false;
  });
  await once(worker, 'message');
  worker.unref(); // It no longer keeps the program running.

  console.log(`Main: the thread is alive: ${alive ? 'True' : 'False'}`);
  console.log('Main: leaves without waiting for it');
} else {
  await background();
}
