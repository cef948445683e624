import { AsyncLocalStorage } from 'node:async_hooks';
import { EventEmitterAsyncResource } from 'node:events';

const storage = new AsyncLocalStorage();
const emitter = storage.run('made here', () => new EventEmitterAsyncResource({ name: 'Own' }));
emitter.on('x', (value) => console.log(value, storage.getStore()));
storage.run('emitted here', () => emitter.emit('x', 1));
console.log(typeof emitter.asyncId, emitter.asyncResource.eventEmitter === emitter);
try {
  new EventEmitterAsyncResource();
} catch (error) {
  console.log(error.code);
}
