import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

if (process.argv[2] !== 'child') {
  const child = fork(fileURLToPath(import.meta.url), ['child']);
  child.on('error', (error: NodeJS.ErrnoException) => console.log('error event', error.code));
  child.disconnect();
  console.log(child.connected, child.send('late'));
  child.send('later', (error) => console.log('callback', (error as NodeJS.ErrnoException)?.code));
  child.on('exit', (code) => console.log('exit', code));
} else {
  process.on('disconnect', () => console.log('child saw disconnect'));
}
