import { isMainThread, parentPort, Worker } from 'node:worker_threads';

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  worker.on('exit', (code) => console.log('exit', code));
} else {
  parentPort?.on('message', () => console.log('never'));
  parentPort?.unref();
}
