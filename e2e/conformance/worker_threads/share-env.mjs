// With SHARE_ENV two threads use one environment, also through an object taken before.
import { isMainThread, SHARE_ENV, Worker } from 'node:worker_threads';

const { env } = process;
if (isMainThread) {
  env.SHARED = 'main';
  env.GONE = '1';
  const worker = new Worker(new URL(import.meta.url), { env: SHARE_ENV });
  worker.on('exit', () => console.log(env.SHARED, process.env.NEW, 'GONE' in env));
} else {
  console.log('worker sees', env.SHARED);
  env.SHARED = 'worker';
  env.NEW = 'new';
  delete env.GONE;
}
