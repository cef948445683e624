import { once } from 'node:events';
import {
  isMainThread,
  parentPort,
  Worker,
  workerData,
} from 'node:worker_threads';

function background(stop: Int32Array<SharedArrayBuffer>): void {
  let rounds = 0;
  console.log('Worker: starts');
  try {
    // Waits for the next round, but not when it is to stop.
    while (Atomics.wait(stop, 0, 0, 20) === 'timed-out') {
      rounds++;
      parentPort?.postMessage('working');
    }
  } finally {
    const worked = rounds > 0 ? 'yes' : 'no';
    console.log(`Worker: tidies up; it has worked: ${worked}`);
  }
}

if (isMainThread) {
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const url = new URL(import.meta.url);
  const worker = new Worker(url, { workerData: stop });
  await once(worker, 'message');

  console.log('Main: asks it to stop');
  const exit = once(worker, 'exit');
  Atomics.store(stop, 0, 1);
  Atomics.notify(stop, 0);
  await exit;
  console.log('Main: the thread has ended');
} else {
  background(workerData);
}
