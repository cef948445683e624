import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ways: Record<string, () => unknown> = {
  'process.exit': () => process.exit(7),
  exitCode: () => (process.exitCode = 9),
  throw: () => {
    throw new Error('x');
  },
  reject: () => Promise.reject(new Error('y')),
  'exit in handler': () => process.on('exit', () => process.exit(11)),
  end: () => undefined,
};
const way = process.argv[2];
if (way === undefined) {
  for (const name of Object.keys(ways)) {
    const child = fork(fileURLToPath(import.meta.url), [name], {
      stdio: ['ignore', 'inherit', 'ignore', 'ipc'],
    });
    await new Promise<void>((resolve) =>
      child.on('exit', (code, signal) => {
        console.log(name, code, signal);
        resolve();
      }),
    );
  }
} else {
  ways[way]?.();
}
