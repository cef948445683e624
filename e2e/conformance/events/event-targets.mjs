import { getEventListeners, getMaxListeners, listenerCount, setMaxListeners } from 'node:events';

process.on('warning', ({ name, message }) => console.log(name, message));
const target = new EventTarget();
const listener = () => console.log('called');
target.addEventListener('x', listener);
target.addEventListener('x', listener);
target.addEventListener('x', listener, { once: true });
target.addEventListener('x', () => {}, { once: true });
console.log(getEventListeners(target, 'x').length, listenerCount(target, 'x'));
target.dispatchEvent(new Event('x'));
console.log(getEventListeners(target, 'x').length);
target.removeEventListener('x', listener);
console.log(getEventListeners(target, 'x').length);

console.log(getMaxListeners(target), getMaxListeners(new AbortController().signal));
setMaxListeners(1, target);
console.log(getMaxListeners(target));
target.addEventListener('y', () => {});
target.addEventListener('y', () => {});

const aborter = new AbortController();
target.addEventListener('z', listener, { signal: aborter.signal });
console.log(getEventListeners(target, 'z').length);
aborter.abort();
console.log(getEventListeners(target, 'z').length);
