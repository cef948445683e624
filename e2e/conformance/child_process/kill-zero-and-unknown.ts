import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

if (process.argv[2] !== 'child') {
  const child = fork(fileURLToPath(import.meta.url), ['child']);
  await new Promise((resolve) => child.once('message', resolve));
  console.log('alive', child.kill(0), child.killed);
  try {
    child.kill('SIGNOPE' as never);
  } catch (error) {
    console.log((error as NodeJS.ErrnoException).code, (error as Error).message);
  }
  child.on('exit', () => {
    try {
      console.log(process.kill(child.pid ?? 0, 0));
    } catch (error) {
      const { code, syscall, message } = error as NodeJS.ErrnoException;
      console.log(code, syscall, message);
    }
  });
  child.disconnect();
} else {
  process.send?.('up');
  process.on('message', () => undefined);
}
