import { setTimeout as sleep } from 'node:timers/promises';

async function save(signal?: AbortSignal): Promise<void> {
  console.log('save: begins');
  try {
    await sleep(100, undefined, { signal }); // Two writes.
    console.log('save: done');
  } catch (error) {
    console.log('save: interrupted, half of it is written');
    throw error;
  }
}

/** Stops waiting when the signal aborts; the work goes on. */
function shield<T>(work: Promise<T>, signal: AbortSignal) {
  return new Promise<T>((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop(); // The event will not come again.
    work.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', stop);
    });
  });
}

async function handle(signal: AbortSignal): Promise<void> {
  const saving = save(); // Not with the signal.
  try {
    await shield(saving, signal);
  } catch (error) {
    if (error !== signal.reason) throw error; // The save failed.
    console.log('request: cancelled, lets the save end');
    await saving;
    throw error;
  }
}

const client = new AbortController();
const request = handle(client.signal);
client.abort(); // The client has gone.
try {
  await request;
} catch (error) {
  const cancelled =
    error instanceof Error && error.name === 'AbortError';
  if (!cancelled) throw error;
  console.log('main: the request is over');
}
