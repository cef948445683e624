import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

if (process.argv[2] !== 'child') {
  const child = fork(fileURLToPath(import.meta.url), ['child']);
  child.on('exit', (code) => console.log('exit', code, child.connected));
} else {
  console.log('child', process.connected, typeof process.send);
}
