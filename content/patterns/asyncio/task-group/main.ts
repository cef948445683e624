import { setTimeout as sleep } from 'node:timers/promises';

type Job = (signal: AbortSignal) => Promise<void>;

const isAbort = (error: unknown) =>
  error instanceof Error && error.name === 'AbortError';

/** Runs jobs as one: a failure cancels the rest, and all end. */
async function taskGroup(...jobs: Job[]): Promise<void> {
  const controller = new AbortController();
  const { signal } = controller;
  const errors: unknown[] = [];
  const tasks = jobs.map(async (job) => {
    try {
      await job(signal);
    } catch (error) {
      // Once we have aborted, an AbortError is no failure.
      if (!signal.aborted || !isAbort(error)) errors.push(error);
      controller.abort(); // Without a reason it is an AbortError.
      throw error;
    }
  });
  await Promise.allSettled(tasks);
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
  if (!(failed instanceof AggregateError)) throw failed;
  for (const error of failed.errors) {
    console.log(`The group failed: ${error.message}`);
  }
}
console.log('Nothing is left running.');
