import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

const REPORT = `
  const [name, code] = process.argv.slice(1);
  console.log('report for', name);
  console.error('disk nearly full');
  process.exitCode = Number(code);
`;

function report(name: string, code: number) {
  const args = ['-e', REPORT, name, String(code)];
  return run(process.execPath, args, {
    timeout: 30_000,
  }); // Rejects when the code is not 0.
}

const done = await report('a; echo hacked', 0);
console.log('code', 0);
console.log('output:', done.stdout.trim());
console.log('errors:', done.stderr.trim());

try {
  await report('b', 3);
} catch (error) {
  if (!(error instanceof Error && 'stdout' in error)) throw error;
  console.log('failed with', 'code' in error && error.code);
  console.log('output all the same:', String(error.stdout).trim());
}
