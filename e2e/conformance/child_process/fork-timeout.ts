import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

if (process.argv[2] !== 'child') {
  const child = fork(fileURLToPath(import.meta.url), ['child'], {
    timeout: 400,
    killSignal: 'SIGKILL',
  });
  child.on('exit', (code, signal) => console.log('exit', code, signal, child.killed));
} else {
  setInterval(() => undefined, 1000);
}
