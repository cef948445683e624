import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

if (process.argv[2] !== 'child') {
  const child = fork(fileURLToPath(import.meta.url), ['child']);
  child.on('message', () => {
    console.log(child.kill(), child.killed, child.exitCode);
  });
  child.on('exit', (code, signal) =>
    console.log('exit', code, signal, child.signalCode, child.exitCode),
  );
  child.on('close', (code, signal) => console.log('close', code, signal, child.kill()));
} else {
  process.send?.('up');
  for (;;);
}
