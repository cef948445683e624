import { addAbortListener, EventEmitter, once } from 'node:events';

// A listener that stops the propagation does not keep others from seeing the abort.
const controller = new AbortController();
const { signal } = controller;
signal.addEventListener('abort', (event) => {
  console.log('stops');
  event.stopImmediatePropagation();
});
signal.addEventListener('abort', () => console.log('never'));
addAbortListener(signal, (event) => console.log('told', event.type, event.target === signal));
const kept = addAbortListener(signal, () => console.log('taken back'));
kept[Symbol.dispose]();
const waiting = once(new EventEmitter(), 'nothing', { signal });
controller.abort();
await waiting.catch((error) => console.log(error.name, error.code));

const plain = new AbortController();
const order: string[] = [];
plain.signal.addEventListener('abort', () => order.push('before'));
addAbortListener(plain.signal, () => order.push('listener'));
plain.signal.addEventListener('abort', () => order.push('after'));
plain.abort();
console.log(order.join());
