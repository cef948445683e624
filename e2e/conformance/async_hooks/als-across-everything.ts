import { AsyncLocalStorage } from 'node:async_hooks';
import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

const als = new AsyncLocalStorage<string>();
const show = (where: string) => console.log(where, als.getStore());
await als.run('A', async () => {
  show('sync');
  await null;
  show('await');
  await sleep(1);
  show('timer promise');
  await new Promise<void>((resolve) => setTimeout(() => (show('timeout'), resolve()), 1));
  await new Promise<void>((resolve) => setImmediate(() => (show('immediate'), resolve())));
  await new Promise<void>((resolve) => process.nextTick(() => (show('tick'), resolve())));
  await new Promise<void>((resolve) => queueMicrotask(() => (show('microtask'), resolve())));
  const emitter = new EventEmitter();
  emitter.on('x', () => show('listener of inside, emitted outside'));
  queueMicrotask(() => als.run('B', () => emitter.emit('x')));
  await Promise.resolve().then(() => show('then'));
});
show('outside');
