// scheduler.wait and scheduler.yield, and what aborting does.
import { scheduler } from 'node:timers/promises';

console.log(await scheduler.wait(1));
console.log(await scheduler.yield());
const controller = new AbortController();
const waiting = scheduler.wait(60_000, { signal: controller.signal });
controller.abort();
await waiting.catch((error) => console.log(error.name, error.code));
