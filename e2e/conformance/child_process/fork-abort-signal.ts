import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

if (process.argv[2] !== 'child') {
  const controller = new AbortController();
  const child = fork(fileURLToPath(import.meta.url), ['child'], { signal: controller.signal });
  child.on('error', (error: NodeJS.ErrnoException) =>
    console.log('error', error.name, error.code, error.cause),
  );
  child.on('exit', (code, signal) => console.log('exit', code, signal));
  child.once('message', () => controller.abort('enough'));
} else {
  setInterval(() => undefined, 1000);
  process.send?.('up');
}
