import { isMainThread, Worker } from 'node:worker_threads';

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  worker.on('error', (error: NodeJS.ErrnoException) => {
    console.log(error instanceof RangeError, error.name, error.message, error.code);
  });
  worker.on('exit', (code) => console.log('exit', code));
} else {
  throw Object.assign(new RangeError('too far'), { code: 'E_FAR' });
}
