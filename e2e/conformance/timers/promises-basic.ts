import {
  setInterval as every,
  setImmediate as immediate,
  scheduler,
  setTimeout as sleep,
} from 'node:timers/promises';

console.log(await sleep(1, 'value'), await immediate('now'), await sleep());
let n = 0;
for await (const value of every(1, 'tick')) {
  console.log(value, ++n);
  if (n === 3) break;
}
console.log(await scheduler.wait(1), await scheduler.yield());
