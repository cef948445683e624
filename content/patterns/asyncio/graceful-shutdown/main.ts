import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

const GRACE = 400; // Milliseconds for requests under way.

async function handle(
  number: number,
  milliseconds: number,
  signal: AbortSignal,
): Promise<void> {
  console.log(`request ${number}: begins`);
  try {
    await sleep(milliseconds, undefined, { signal });
    console.log(`request ${number}: answered`);
  } catch (error) {
    if (!signal.aborted) throw error; // It failed by itself.
    console.log(`request ${number}: broken off`);
    throw error;
  }
}

const stop = once(process, 'SIGTERM');
const controller = new AbortController();
const requests = Promise.allSettled([
  handle(1, 100, controller.signal),
  handle(2, 60_000, controller.signal),
]);

process.kill(process.pid, 'SIGTERM'); // As a supervisor does.
await stop;
console.log('SIGTERM: no new requests');
// A server stops listening here.

const grace = sleep(GRACE, undefined, { ref: false });
await Promise.race([requests, grace]);
controller.abort();
const ends = await requests;
const done = ends.filter(({ status }) => status === 'fulfilled');
console.log(`answered: ${done.length} of ${ends.length}`);
