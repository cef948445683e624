// The threads of a process end with its first thread; none of them sees a port close.
import { once } from 'node:events';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  await once(worker, 'message');
  worker.unref();
  console.log('main leaves');
} else {
  parentPort?.on('close', () => console.log('the port has closed'));
  process.on('exit', () => console.log('the thread has ended'));
  parentPort?.on('message', () => {});
  parentPort?.postMessage('up');
}
