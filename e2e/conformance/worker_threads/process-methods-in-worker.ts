import { isMainThread, Worker } from 'node:worker_threads';

if (isMainThread) {
  new Worker(new URL(import.meta.url));
} else {
  for (const call of ['chdir', 'abort', 'umask'] as const) {
    try {
      (process[call] as (argument?: unknown) => void)(call === 'umask' ? 0 : '/');
      console.log(call, 'passed');
    } catch (error) {
      console.log(call, (error as NodeJS.ErrnoException).code);
    }
  }
  console.log(process.pid > 0, process.title.length > 0);
}
