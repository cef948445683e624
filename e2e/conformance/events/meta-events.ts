import { EventEmitter } from 'node:events';

const emitter = new EventEmitter();
emitter.on('newListener', (name, listener) =>
  console.log('new', name, typeof listener, emitter.listenerCount(name)),
);
emitter.on('removeListener', (name) => console.log('removed', name));
const listener = () => undefined;
emitter.on('x', listener);
emitter.once('y', listener);
emitter.emit('y');
emitter.off('x', listener);
emitter.on('a', listener);
emitter.removeAllListeners();
console.log(emitter.eventNames());
