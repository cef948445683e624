import { isMainThread, Worker } from 'node:worker_threads';

class OwnError extends Error {
  override name = 'OwnError';
  extra = { deep: [1] };
}
if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  worker.on('error', (error: OwnError) => {
    console.log(error instanceof Error, error instanceof OwnError, error.name, error.message);
    console.log(error.extra, (error.cause as Error)?.message);
  });
} else {
  throw new OwnError('outer', { cause: new TypeError('inner') });
}
