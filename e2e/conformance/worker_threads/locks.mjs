// Exclusive locks exclude; shared ones do not; pending requests are granted in order.

import { setTimeout as delay } from 'node:timers/promises';
import { locks } from 'node:worker_threads';

const log = [];
const hold = (name, mode, label) =>
  locks.request(name, { mode }, async (lock) => {
    log.push(`${label} in ${lock.name} ${lock.mode}`);
    await delay(20);
    log.push(`${label} out`);
    return label;
  });
const results = await Promise.all([
  hold('a', 'exclusive', 1),
  hold('a', 'shared', 2),
  hold('a', 'shared', 3),
  hold('a', 'exclusive', 4),
]);
console.log(log.join('\n'), results);
await locks.request('b', async () => {
  console.log(await locks.request('b', { ifAvailable: true }, (lock) => lock));
  const { held, pending } = await locks.query();
  console.log(
    held.map(({ name, mode }) => [name, mode]),
    pending,
  );
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 10);
  const { signal } = controller;
  await locks.request('b', { signal }, () => 'never').catch((error) => console.log(error.name));
});
await locks
  .request('c', () => {
    throw new RangeError('inside');
  })
  .catch((error) => console.log(error.message));
await locks.request('-d', () => {}).catch((error) => console.log(error.name));
