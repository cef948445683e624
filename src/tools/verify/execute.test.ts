import assert from 'node:assert/strict';
import { test } from 'node:test';
import { execute } from './execute.ts';

const run = (code: string, signal: AbortSignal) =>
  execute(process.execPath, ['-e', code], { cwd: import.meta.dirname, signal });

test('execute() keeps standard output, standard error and the exit code apart', async () => {
  const code = 'console.log("out"); console.error("err"); process.exitCode = 3';
  const { stdout, stderr, exitCode, stopped } = await run(code, AbortSignal.timeout(30_000));
  assert.deepEqual(
    { stdout, stderr, exitCode, stopped },
    {
      stdout: 'out\n',
      stderr: 'err\n',
      exitCode: 3,
      stopped: false,
    },
  );
});

test('execute() says when which part of the output came', async () => {
  const code = 'console.log("a"); console.log("b")';
  const { stdout, arrivals = [] } = await run(code, AbortSignal.timeout(30_000));
  assert.equal(arrivals.at(-1)?.length, stdout.length);
  const times = arrivals.map(({ milliseconds }) => milliseconds);
  assert.deepEqual(
    times,
    times.toSorted((a, b) => a - b),
  );
  assert.ok(times.every((time) => time > 0));
});

test('execute() stops a program together with a child that holds its output open', async () => {
  const forever = 'setInterval(() => {}, 1000)';
  const code = `
    const { spawn } = require('node:child_process');
    spawn(process.execPath, ['-e', ${JSON.stringify(forever)}], { stdio: 'inherit' });
    ${forever}`;
  const { exitCode, stopped } = await run(code, AbortSignal.timeout(500));
  assert.deepEqual({ exitCode, stopped }, { exitCode: 137, stopped: true });
});

test('execute() rejects a command that cannot be started', async () => {
  const options = { cwd: import.meta.dirname, signal: AbortSignal.timeout(30_000) };
  await assert.rejects(execute('no-such-command', [], options), { code: 'ENOENT' });
});
