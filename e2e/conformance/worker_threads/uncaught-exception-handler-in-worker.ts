import { isMainThread, Worker } from 'node:worker_threads';

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  worker.on('error', () => console.log('never'));
  worker.on('exit', (code) => console.log('exit', code));
} else {
  process.on('uncaughtException', (error, origin) => console.log(error.message, origin));
  setTimeout(() => console.log('still alive'), 5);
  throw new Error('caught at the top');
}
