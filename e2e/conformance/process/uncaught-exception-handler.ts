import { setTimeout as sleep } from 'node:timers/promises';

process.on('uncaughtException', (error, origin) => {
  console.log(error.message, origin);
});
process.nextTick(() => {
  throw new Error('from a tick');
});
process.nextTick(() => console.log('next tick'));
queueMicrotask(() => {
  throw new Error('from a microtask');
});
await sleep(5);
setImmediate(() => {
  throw new Error('from an immediate');
});
setImmediate(() => console.log('next immediate'));
await sleep(5);
setTimeout(() => {
  throw new Error('from a timer');
}, 1);
setTimeout(() => console.log('later timer'), 1);
