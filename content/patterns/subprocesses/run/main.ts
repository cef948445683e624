import { type ExecFileException, execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

interface Limits {
  timeout?: number;
  killSignal?: 'SIGKILL';
}

function run(code: string, options: Limits = {}) {
  const argv = ['-e', code]; // An array: no shell.
  return execute(process.execPath, argv, options);
}

const done = await run('console.log(6 * 7)');
console.log(`It printed ${done.stdout.trim()}.`);

try {
  await run('console.error("no such file"); process.exit(1)');
} catch (error) {
  const { code, stderr = '' } = error as ExecFileException;
  console.log(`It failed with code ${code}: ${stderr.trim()}.`);
}

try {
  await run('setInterval(() => {}, 1000)', {
    timeout: 300,
    killSignal: 'SIGKILL', // The command cannot ignore it.
  });
} catch (error) {
  const { killed } = error as ExecFileException;
  if (!killed) throw error;
  console.log('It took too long and was killed.');
}
