import { EventEmitter, on } from 'node:events';

const emitter = new EventEmitter();
const controller = new AbortController();
setTimeout(() => {
  emitter.emit('n', 1);
  emitter.emit('n', 2);
  setTimeout(() => controller.abort(), 5);
}, 1);
try {
  for await (const [n] of on(emitter, 'n', { signal: controller.signal })) console.log(n);
} catch (error) {
  console.log((error as Error).name);
}
emitter.on('end', () => undefined);
queueMicrotask(() => {
  emitter.emit('n', 3);
  emitter.emit('end');
});
for await (const values of on(emitter, 'n', { close: ['end'] })) console.log(values);
console.log(emitter.listenerCount('n'));
