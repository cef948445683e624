import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { scenario } from './async-context-scenario.ts';
import { compile } from './compile.ts';

const run = promisify(execFile);

test('AsyncLocalStorage and the order of microtasks are those of Node', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'interleave-'));
  try {
    const file = join(folder, 'main.ts');
    await writeFile(file, scenario);
    const native = await run(process.execPath, ['--no-warnings', file]);
    const runtime = new URL('./test-async-runtime.ts', import.meta.url).href;
    const program = (lowered: boolean) => `
      import { runWithAsyncContext } from ${JSON.stringify(runtime)};
      import { readFileSync } from 'node:fs';
      await runWithAsyncContext(readFileSync(${JSON.stringify(file)}, 'utf8'), process, (name) => import(name), ${lowered});`;
    assert.ok(native.stdout.split('\n').length > 40, 'the scenario ran to its end under Node');
    for (const lowered of [true, false]) {
      const args = ['--no-warnings', '--input-type=module', '--eval', program(lowered)];
      const ours = await run(process.execPath, args);
      assert.equal(ours.stdout, native.stdout, lowered ? 'without native using' : 'with it');
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a function that does not await is left alone', () => {
  const source = 'const f = async () => 1; async function g() { try { f(); } catch {} }';
  const { code } = compile(source, { path: 'main.js' });
  assert.ok(code.includes(source));
});

test('a directive stays first in a function that awaits', () => {
  const { code } = compile("async function f() { 'use strict'; await 1 }", { path: 'main.cjs' });
  assert.match(code, /\{ 'use strict';;const __ilk=\{\};/);
});
