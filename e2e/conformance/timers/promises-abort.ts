import {
  setInterval as every,
  setImmediate as immediate,
  setTimeout as sleep,
} from 'node:timers/promises';

const report = (error: NodeJS.ErrnoException) =>
  console.log(error.name, error.code, error.message, (error.cause as Error)?.message);
const controller = new AbortController();
const waiting = sleep(10_000, null, { signal: controller.signal }).catch(report);
controller.abort(new Error('reason'));
await waiting;
await sleep(1, null, { signal: AbortSignal.abort() }).catch(report);
await immediate(null, { signal: controller.signal }).catch(report);
try {
  for await (const _ of every(1, null, { signal: AbortSignal.timeout(20) })) continue;
} catch (error) {
  report(error as Error);
}
