import { fork } from 'node:child_process';
import { once } from 'node:events';

function cpuBoundTask(name: string): void {
  console.log(`Process ${name}: Starting CPU-bound task`);
  let result = 0n; // The sum is past 2 ** 53: a number loses digits.
  for (let i = 0n; i < 10n ** 7n; i++) result += i * i;
  const last = result % 100n;
  console.log(
    `Process ${name}: Finishing CPU-bound task with result ${last}`,
  );
}

const name = process.argv[2];
if (name === undefined) {
  // The parent: run this same file again, twice, with a name.
  const children = ['One', 'Two'].map((child) => {
    return fork(import.meta.filename, [child]);
  });

  // Wait for both processes to end.
  await Promise.all(children.map((child) => once(child, 'exit')));

  console.log('All processes finished.');
} else {
  cpuBoundTask(name);
}
