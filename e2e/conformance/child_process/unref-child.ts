import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

if (process.argv[2] !== 'child') {
  const child = fork(fileURLToPath(import.meta.url), ['child']);
  child.once('message', () => {
    child.on('exit', () => console.log('never'));
    child.unref();
    child.channel?.unref();
    process.on('exit', () => {
      console.log('parent exit');
      child.kill('SIGKILL');
    });
  });
} else {
  process.on('message', () => undefined);
  process.send?.('up');
}
