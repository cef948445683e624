// Timers, microtasks and ticks that are started inside run() keep its store.
import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage();
const seen = [];
await storage.run('outer', async () => {
  await new Promise((resolve) => setTimeout(resolve, 1));
  seen.push(storage.getStore());
  queueMicrotask(() => seen.push(storage.getStore()));
  process.nextTick(() => seen.push(storage.getStore()));
  await null;
});
await new Promise((resolve) => setImmediate(resolve));
console.log(seen, storage.getStore());
