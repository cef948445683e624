import { createInterface } from 'node:readline/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { limited } from './limited.ts';

// Press Ctrl-C while it works, or answer the question with a number.
const terminal = createInterface({
  input: process.stdin,
  output: process.stdout,
});
const answer = await terminal.question('How many at a time? ');
terminal.close();

const width = Math.max(1, Number(answer) || 1);
const tasks = Array.from({ length: 6 }, (_, index) => async () => {
  console.log(`task ${index} begins`);
  await sleep(200);
  console.log(`task ${index} ends`);
  return index ** 2;
});
console.log(await limited(width, tasks));
