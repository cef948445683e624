import { setTimeout as sleep } from 'node:timers/promises';

const report = (error: NodeJS.ErrnoException) => console.log(error.name, error.code);
await sleep('5' as never).catch(report);
await sleep(1, null, 5 as never).catch(report);
await sleep(1, null, { signal: {} as never }).catch(report);
await sleep(1, null, { ref: 'yes' as never }).catch(report);
