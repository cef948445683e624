// How many microtasks after an abort each of the timers' promises rejects.
import { setImmediate, setInterval, setTimeout } from 'node:timers/promises';

const controller = new AbortController();
const { signal } = controller;
const ticks = setInterval(100, 0, { signal });
const sleepers = {
  timeout: setTimeout(100, 0, { signal }),
  immediate: setImmediate(0, { signal }),
  interval: ticks.next(),
  plain: new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
};
let turn = 0;
for (const [name, promise] of Object.entries(sleepers)) {
  promise.catch((error) => console.log(name, error.name, turn));
}
controller.abort();
for (; turn < 12; turn++) await undefined;

console.log(await setTimeout(1, 'in time', { signal: new AbortController().signal }));
const order = [];
const calm = new AbortController();
await Promise.all([
  setImmediate('with', { signal: calm.signal }).then((value) => order.push(value)),
  setImmediate('without').then((value) => order.push(value)),
]);
console.log(order);
