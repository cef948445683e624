import { EventEmitter } from 'node:events';

const emitter = new EventEmitter({ captureRejections: true });
emitter.on('error', (error) => console.log('error', error.message));
emitter.on('x', async (n) => {
  throw new Error(`rejected ${n}`);
});
emitter.emit('x', 1);
console.log('sync');
setTimeout(() => {
  Object.assign(emitter, {
    [Symbol.for('nodejs.rejection')]: (error: Error, name: string, ...args: unknown[]) =>
      console.log(error.message, name, args),
  });
  emitter.emit('x', 2);
}, 1);
