import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

if (process.argv[2] !== 'child') {
  const child = fork(fileURLToPath(import.meta.url), ['child']);
  child.send('hello', (error) => console.log('sent', error));
  child.on('exit', (code) => console.log('exit', code));
} else {
  process.once('message', (message) => {
    console.log('child got', message);
    process.disconnect?.();
    console.log(process.connected);
  });
}
