// Leaving a loop over setInterval stops it.
import { setInterval } from 'node:timers/promises';

let turns = 0;
for await (const value of setInterval(1, 'tick')) {
  turns++;
  console.log(value, turns);
  if (turns === 3) break;
}
console.log('left');
