// Milliseconds from `fork` to the child's first message, one by one.
import { fork } from 'node:child_process';
import { once } from 'node:events';

if (process.send) {
  process.send('up');
} else {
  const times: number[] = [];
  for (let round = 0; round < 12; round++) {
    const begin = performance.now();
    const child = fork(import.meta.filename);
    await once(child, 'message');
    times.push(performance.now() - begin);
    await once(child, 'exit');
  }
  console.log(JSON.stringify(times));
}
