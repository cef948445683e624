import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

if (process.argv[2] !== 'child') {
  const child = fork(fileURLToPath(import.meta.url), ['child']);
  child.on('message', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => console.log('exit', code, signal));
} else {
  process.on('SIGTERM', (signal, number) => {
    console.log('caught', signal, number);
    process.exit(3);
  });
  setInterval(() => undefined, 1000);
  process.send?.('up');
}
