import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

if (process.argv[2] !== 'child') {
  const child = fork(fileURLToPath(import.meta.url), ['child']);
  child.once('message', () => child.disconnect());
  child.on('exit', (code) => console.log('exit', code));
} else {
  process.on('message', () => undefined);
  process.on('disconnect', () => console.log('disconnect'));
  process.on('exit', (code) => console.log('child exit', code));
  process.send?.('up');
}
