import { EventEmitter } from 'node:events';

const emitter = new EventEmitter();
emitter.on('x', function (this: EventEmitter, ...args: unknown[]) {
  console.log('first', this === emitter, args);
});
emitter.prependListener('x', () => console.log('prepended'));
emitter.once('x', () => console.log('once'));
console.log(emitter.emit('x', 1, 'two'), emitter.emit('x'), emitter.emit('y'));
console.log(emitter.listenerCount('x'), emitter.eventNames(), emitter.rawListeners('x').length);
