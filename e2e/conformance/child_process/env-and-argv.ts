import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

if (process.argv[2] === undefined) {
  process.env.INHERITED = 'yes';
  fork(fileURLToPath(import.meta.url), ['a', 'b c', '--flag']).on('exit', () =>
    fork(fileURLToPath(import.meta.url), ['second'], { env: { OWN: '1' } }),
  );
} else {
  console.log(process.argv.slice(2), process.env.INHERITED, process.env.OWN);
}
