import { setTimeout as sleep } from 'node:timers/promises';

async function sayAfter(delay: number, what: string): Promise<void> {
  await sleep(delay * 1000);
  console.log(what);
}

await Promise.all([sayAfter(1, 'hello'), sayAfter(2, 'world')]);
console.log('All greetings done.');
