import { fork } from 'node:child_process';
import { once } from 'node:events';

// A child process has memory of its own: what it is to know travels
// in messages, and so does its answer.
const child = fork(new URL('./child.ts', import.meta.url));

for (const word of ['lock', 'queue', 'pipe']) {
  child.send(word);
  const [answer] = await once(child, 'message');
  console.log(`child says ${answer}`);
}

child.disconnect();
const [code] = await once(child, 'exit');
console.log(`child ended with code ${code}`);
