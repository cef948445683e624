import EventEmitter, { getEventListeners, getMaxListeners, setMaxListeners } from 'node:events';

process.on('warning', (warning) => console.log(warning.name, warning.message));
const emitter = new EventEmitter();
emitter.setMaxListeners(1);
emitter
  .on('x', () => undefined)
  .on('x', () => undefined)
  .on('x', () => undefined);
console.log(emitter.getMaxListeners(), EventEmitter.defaultMaxListeners, getMaxListeners(emitter));
setMaxListeners(5, emitter);
console.log(getMaxListeners(emitter), getEventListeners(emitter, 'x').length);
try {
  emitter.setMaxListeners(-1);
} catch (error) {
  console.log((error as NodeJS.ErrnoException).code, (error as Error).message);
}
