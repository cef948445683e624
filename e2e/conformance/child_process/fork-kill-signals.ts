import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

if (process.argv[2] !== 'child') {
  for (const signal of ['SIGKILL', 'SIGINT', 'SIGHUP', 9, 15] as const) {
    const child = fork(fileURLToPath(import.meta.url), ['child']);
    await new Promise((resolve) => child.once('message', resolve));
    child.kill(signal);
    console.log(
      signal,
      await new Promise((resolve) => child.on('exit', (...ending) => resolve(ending))),
    );
  }
} else {
  setInterval(() => undefined, 1000);
  process.send?.('up');
}
