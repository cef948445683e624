// A lock that is held and a request that waits for it keep nobody alive: exit code 13.
import { locks } from 'node:worker_threads';

process.on('exit', (code) => console.log('exit', code));
await locks.request('door', async () => {
  console.log('inside');
  const signal = AbortSignal.timeout(10_000);
  await locks.request('door', { signal }, () => console.log('never'));
});
