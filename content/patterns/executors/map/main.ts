import { setTimeout as sleep } from 'node:timers/promises';

let running = 0;
let most = 0;

async function fetchPage(page: number): Promise<string> {
  running++;
  most = Math.max(most, running);
  await sleep(50); // Stands for a request.
  running--;
  return `page ${page}`;
}

/** Calls `work` for each item, for at most `limit` at a time. */
async function mapLimit<T, R>(
  limit: number,
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const entries = items.entries(); // One iterator for all the lanes.
  let failed = false;
  const lane = async (): Promise<void> => {
    for (const [index, item] of entries) {
      if (failed) return; // What has not begun is cancelled.
      try {
        results[index] = await work(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: limit }, lane));
  return results;
}

const pages = [1, 2, 3, 4, 5, 6];
for (const text of await mapLimit(3, pages, fetchPage)) {
  console.log(`Got ${text}.`);
}
console.log('Never more than 3 at a time:', most <= 3 ? 'yes' : 'no');
