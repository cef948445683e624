import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

if (process.argv[2] === 'produce') {
  // More than a pipe holds: the process cannot end with it unread.
  process.stdout.write('x'.repeat(1_000_000));
} else {
  const argv = [import.meta.filename, 'produce'];
  const child = spawn(process.execPath, argv);
  const exit = once(child, 'exit');
  console.log('The child has begun.');

  await Promise.race([exit, sleep(300)]);
  const ended = child.exitCode !== null;
  console.log('Ended before it was read:', ended ? 'yes' : 'no');

  const output = await text(child.stdout);
  console.log(`Read ${output.length} characters.`);
  await exit;
  console.log(`Ended after it was read: exit code ${child.exitCode}`);
}
