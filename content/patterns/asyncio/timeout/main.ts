import { setTimeout as sleep } from 'node:timers/promises';

async function fetchData(
  name: string,
  delay: number,
  signal?: AbortSignal,
): Promise<void> {
  try {
    await sleep(delay * 1000, undefined, { signal }); // A request.
    console.log(`${name}: answered`);
  } finally {
    console.log(`${name}: connection closed`);
  }
}

async function fetchWithin(
  limit: number,
  name: string,
  delay: number,
): Promise<void> {
  const signal = AbortSignal.timeout(limit * 1000);
  try {
    await fetchData(name, delay, signal);
  } catch (error) {
    // Node's functions give the signal's reason as the cause.
    const cause = (error instanceof Error && error.cause) || error;
    if (cause !== signal.reason) throw error;
    console.log(`${name}: no answer in time`);
  }
}

await fetchWithin(30, 'quick server', 0.02);
await fetchWithin(0.1, 'slow server', 1);
console.log('Nobody waits any longer.');
