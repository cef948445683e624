import { setTimeout as sleep } from 'node:timers/promises';

type Job = (signal: AbortSignal) => Promise<void>;

/** Runs jobs as one: a failure cancels the rest, and all end. */
async function taskGroup(...jobs: Job[]): Promise<void> {
  const controller = new AbortController();
  const tasks = jobs.map(async (job) => {
    try {
      await job(controller.signal);
    } catch (error) {
      controller.abort(error); // Only the first call counts.
      throw error;
    }
  });
  const errors = (await Promise.allSettled(tasks))
    .filter((end) => end.status === 'rejected')
    .map((end) => end.reason)
    .filter((error) => error.name !== 'AbortError');
  if (errors.length > 0) throw new AggregateError(errors);
}

function fetchOf(name: string, delay: number): Job {
  return async (signal) => {
    console.log(`${name}: asked`);
    try {
      await sleep(delay * 1000, undefined, { signal });
    } catch (error) {
      await sleep(10); // Cleaning up may wait, too.
      console.log(`${name}: cancelled and cleaned up`);
      throw error;
    }
    if (name === 'orders') throw new Error('no orders');
    console.log(`${name}: answered`);
  };
}

try {
  await taskGroup(
    fetchOf('users', 0.05),
    fetchOf('orders', 0.1),
    fetchOf('prices', 1),
  );
  console.log('All answered.');
} catch (failed) {
  const several = failed instanceof AggregateError;
  for (const error of several ? failed.errors : [failed]) {
    console.log(`The group failed: ${error.message}`);
  }
}
console.log('Nothing is left running.');
