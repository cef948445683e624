// contract: any-order
import { isMainThread, parentPort, threadId, Worker } from 'node:worker_threads';

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  worker.on('online', () => console.log('online'));
  worker.on('message', (message) => console.log('message', message));
  worker.on('exit', (code) => console.log('exit', code));
} else {
  parentPort.postMessage({ threadId, isMainThread });
}
