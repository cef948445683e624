import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

if (process.argv[2] !== 'child') {
  const child = fork(fileURLToPath(import.meta.url), ['child']);
  const cyclic: Record<string, unknown> = {};
  cyclic.self = cyclic;
  for (const value of [undefined, Symbol('x'), () => 1, 10n, cyclic]) {
    try {
      child.send(value as never);
      console.log(typeof value, 'sent');
    } catch (error) {
      console.log(typeof value, (error as Error).name, (error as NodeJS.ErrnoException).code);
    }
  }
  child.disconnect();
} else {
  process.on('message', (message) => console.log('never', message));
}
