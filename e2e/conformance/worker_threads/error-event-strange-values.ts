import { isMainThread, Worker, workerData } from 'node:worker_threads';

const values = () => [null, undefined, 'text', 42, { plain: true }, [1], new Map([[1, 2]])];
if (isMainThread) {
  for (const index of values().keys()) {
    await new Promise<void>((resolve) => {
      const worker = new Worker(new URL(import.meta.url), { workerData: index });
      worker.on('error', (error) => console.log(index, error));
      worker.on('exit', (code) => {
        console.log('exit', code);
        resolve();
      });
    });
  }
} else {
  throw values()[workerData];
}
