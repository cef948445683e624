// contract: any-order
// What a thread posts arrives, even if it ends before its first turn is over.
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

if (isMainThread) {
  for (let count = 0; count < 6; count++) {
    const worker = new Worker(new URL(import.meta.url));
    worker.on('message', (value) => console.log('message', value));
    worker.on('exit', (code) => console.log('exit', code));
  }
} else {
  parentPort?.postMessage('posted');
  process.exit(3);
}
