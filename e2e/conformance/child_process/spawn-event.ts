import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

if (process.argv[2] !== 'child') {
  const child = fork(fileURLToPath(import.meta.url), ['child']);
  console.log(typeof child.pid, child.connected);
  child.on('spawn', () => console.log('spawn'));
  process.nextTick(() => console.log('tick'));
  child.on('exit', () => console.log('exit'));
}
