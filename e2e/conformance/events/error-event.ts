import { EventEmitter } from 'node:events';

const emitter = new EventEmitter();
for (const value of [new Error('own'), 'text', { a: 1 }, undefined, null]) {
  try {
    emitter.emit('error', value);
  } catch (error) {
    const { name, message, code, context } = error as Error & { code?: string; context?: unknown };
    console.log(name, message, code, context);
  }
}
emitter.on(EventEmitter.errorMonitor, (error) => console.log('monitor', error.message));
emitter.on('error', (error) => console.log('handled', error.message));
emitter.emit('error', new Error('last'));
