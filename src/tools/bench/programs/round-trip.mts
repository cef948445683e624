// Milliseconds for 1,000 messages there and back, each after the other's answer.
import { once } from 'node:events';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  await once(worker, 'online');
  const times: number[] = [];
  for (let round = 0; round < 7; round++) {
    const begin = performance.now();
    await new Promise<void>((resolve) => {
      let left = 1000;
      const next = (): void => {
        if (left-- > 0) return worker.postMessage(left);
        worker.off('message', next);
        resolve();
      };
      worker.on('message', next);
      next();
    });
    times.push(performance.now() - begin);
  }
  console.log(JSON.stringify(times));
  await worker.terminate();
} else {
  parentPort?.on('message', (value) => parentPort?.postMessage(value));
}
