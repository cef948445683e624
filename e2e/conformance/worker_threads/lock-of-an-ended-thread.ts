// A thread that waits for a lock is not kept alive by it: it ends with 13, and what it held is free.
import { once } from 'node:events';
import { isMainThread, locks, Worker } from 'node:worker_threads';

if (isMainThread) {
  await locks.request('right', async () => {
    const worker = new Worker(new URL(import.meta.url));
    console.log(await once(worker, 'exit'));
    await locks.request('left', () => console.log('left is free'));
  });
} else {
  await locks.request('left', () => locks.request('right', () => console.log('never')));
}
