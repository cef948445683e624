// Milliseconds until 20,000 messages that were sent at once have arrived.
import { once } from 'node:events';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

const COUNT = 20_000;

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  await once(worker, 'online');
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    const begin = performance.now();
    for (let sent = 0; sent < COUNT; sent++) worker.postMessage(sent);
    await once(worker, 'message');
    times.push(performance.now() - begin);
  }
  console.log(JSON.stringify(times));
  await worker.terminate();
} else {
  let received = 0;
  parentPort?.on('message', () => {
    if (++received % COUNT === 0) parentPort?.postMessage('all');
  });
}
