// A free lock's callback runs within the request; one that waits runs when the holder's promise settles.
import { setImmediate as immediate } from 'node:timers/promises';
import { locks } from 'node:worker_threads';

const log = (...all) => console.log(...all);
setImmediate(() => log('immediate'));
process.nextTick(() => log('tick'));
queueMicrotask(() => {
  log('microtask');
  queueMicrotask(() => log('microtask of a microtask'));
});
const first = locks.request('door', async (lock) => {
  log('callback', lock.name, lock.mode);
  await null;
  log('after an await');
  return 5;
});
log('after the request');
const unavailable = locks.request('door', { ifAvailable: true }, (lock) => {
  log('if available', lock);
});
log('after the second');
const waiting = locks.request('door', () => {
  log('the third has it');
  throw new RangeError('of the callback');
});
const query = locks.query();
queueMicrotask(() => log('last microtask'));
query.then(({ held, pending }) => log('query', held.length, pending.length));
first.then((value) => log('settled', value));
unavailable.then((value) => log('settled', value));
waiting.catch(({ message }) => log('rejected', message));
await Promise.allSettled([first, unavailable, waiting]);
log('all');
