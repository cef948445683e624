import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

if (process.argv[2] !== 'child') {
  const child = fork(fileURLToPath(import.meta.url), ['child']);
  child.on('message', (message) => {
    console.log('parent got', message);
    if (message === 'pong 3') child.disconnect();
    else child.send(Number(String(message).slice(5)) + 1);
  });
  child.on('disconnect', () => console.log('disconnect', child.connected));
  child.on('exit', (code, signal) => console.log('exit', code, signal));
  child.send(1);
} else {
  process.on('message', (n) => process.send?.(`pong ${n}`));
}
