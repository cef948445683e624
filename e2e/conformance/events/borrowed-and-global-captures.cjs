const EventEmitter = require('node:events');
const plain = {};
EventEmitter.prototype.on.call(plain, 'a', () => undefined);
EventEmitter.prototype.on.call(plain, 'a', () => undefined);
console.log(plain._events.a.length);
EventEmitter.captureRejections = true;
const emitter = new EventEmitter();
EventEmitter.captureRejections = false;
emitter.on('something', async () => {
  throw new Error('from a listener');
});
emitter.on('error', (error) => console.log(error.message));
emitter.emit('something');
