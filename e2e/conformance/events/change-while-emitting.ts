import { EventEmitter } from 'node:events';

const emitter = new EventEmitter();
const late = () => console.log('late');
const gone = () => console.log('removed while emitting still runs');
emitter.on('x', () => {
  console.log('first');
  emitter.on('x', late);
  emitter.off('x', gone);
});
emitter.on('x', gone);
emitter.emit('x');
emitter.off('x', late);
console.log(emitter.listenerCount('x'));
