import EventEmitter from 'node:events';

console.log(EventEmitter.prototype.on === EventEmitter.prototype.addListener);
console.log(EventEmitter.prototype.off === EventEmitter.prototype.removeListener);
EventEmitter.captureRejections = true;
const emitter = new EventEmitter();
emitter.on('x', async () => {
  throw new Error('rejected');
});
emitter.on('error', async (error) => {
  console.log('error event:', error.message);
});
emitter.emit('x');
Promise.resolve().then(() => console.log('microtask'));
process.nextTick(() => console.log('tick'));
EventEmitter.captureRejections = false;
for (const wrong of [
  () => (EventEmitter.captureRejections = 1),
  () => (EventEmitter.defaultMaxListeners = 'a'),
]) {
  try {
    wrong();
  } catch (error) {
    console.log(error.name, error.code);
  }
}
