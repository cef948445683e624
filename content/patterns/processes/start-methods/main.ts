import { fork } from 'node:child_process';
import { once } from 'node:events';

let setting = 'as in the file';

function report(given = 'nothing'): void {
  console.log(`The child's setting is ${setting}.`);
  console.log(`The child was given: ${given}.`);
}

async function main(): Promise<void> {
  setting = 'changed';
  console.log(`The parent's setting is ${setting}.`);

  const child = fork(import.meta.filename, ['child', setting]);
  const [exitCode] = await once(child, 'exit');
  console.log(`The child's exit code is ${exitCode}.`);
}

// A child runs this file from the top: it has to know its role.
const [, , role, given] = process.argv;
if (role === 'child') report(given);
else await main();
