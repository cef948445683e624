import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

async function work(stubborn: boolean): Promise<void> {
  if (stubborn) process.on('SIGTERM', () => 'refused');
  process.send?.('ready');
  await once(process, 'disconnect'); // As long as the parent lives.
}

async function stop(name: string, patience?: number): Promise<void> {
  const stubborn = patience !== undefined;
  const unref = { ref: false }; // The timer keeps nothing alive.
  const role = stubborn ? 'stubborn' : 'polite';
  const child = fork(import.meta.filename, [role]);
  const exit = once(child, 'exit');
  await once(child, 'message');

  child.kill('SIGTERM'); // A request.
  await (stubborn
    ? Promise.race([exit, sleep(patience, null, unref)])
    : exit);
  if (child.exitCode === null && child.signalCode === null) {
    console.log(`${name} goes on.`);
    child.kill('SIGKILL'); // Cannot be refused.
    await exit;
  }
  console.log(`${name} ended by ${child.signalCode ?? 'itself'}.`);
}

const role = process.argv[2];
if (role === undefined) {
  await stop('The polite one');
  await stop('The stubborn one', 200);
} else {
  await work(role === 'stubborn');
}
