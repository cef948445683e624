import { setTimeout as sleep } from 'node:timers/promises';

const isAbort = (error: unknown) =>
  error instanceof Error && error.name === 'AbortError';

async function work(signal: AbortSignal): Promise<void> {
  console.log('worker: begins');
  try {
    while (true) {
      await sleep(10, undefined, { signal }); // A round of work.
    }
  } catch (error) {
    if (!isAbort(error)) throw error;
    console.log('worker: is cancelled');
    await sleep(10); // Saves its work, without the signal.
    console.log('worker: has cleaned up');
    throw error;
  }
}

const controller = new AbortController();
const task = work(controller.signal); // Has begun: calls do.

controller.abort();
console.log('main: has asked the worker to stop');
try {
  await task;
} catch (error) {
  if (!isAbort(error)) throw error; // Cleaning up has failed.
  console.log('main: the worker was cancelled');
}
console.log('main: the worker has ended');
