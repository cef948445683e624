import { EventEmitter, once } from 'node:events';

const emitter = new EventEmitter();
queueMicrotask(() => emitter.emit('ready', 1, 2));
console.log(await once(emitter, 'ready'));
queueMicrotask(() => emitter.emit('error', new Error('failed')));
await once(emitter, 'ready').catch((error) => console.log(error.message));
queueMicrotask(() => emitter.emit('error', new Error('as event')));
console.log((await once(emitter, 'error'))[0].message);
const controller = new AbortController();
queueMicrotask(() => controller.abort());
await once(emitter, 'never', { signal: controller.signal }).catch((error) =>
  console.log(error.name, error.code),
);
console.log(emitter.eventNames());
const target = new EventTarget();
queueMicrotask(() => target.dispatchEvent(new Event('ping')));
console.log((await once(target, 'ping'))[0].type);
