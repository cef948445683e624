import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { inspect, promisify } from 'node:util';
import { compile } from './compile.ts';
import { fixtures } from './oracle-fixtures.ts';
import { openScope, TestLinker } from './test-linker.ts';
import { usingFixtures } from './using-fixtures.ts';

const run = promisify(execFile);
/** What the context does when nobody uses AsyncLocalStorage. */
const asyncContext = {
  s: (value: unknown) => value,
  r: (value: unknown) => value,
  t: (value: unknown) => value,
  q: () => undefined,
  c: () => undefined,
  it: (_keeper: unknown, iterable: unknown) => iterable,
};

async function onNode(files: Record<string, string>, entry: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'interleave-'));
  try {
    for (const [name, source] of Object.entries(files)) await writeFile(join(folder, name), source);
    const { stdout } = await run(process.execPath, ['--no-warnings', entry], { cwd: folder });
    return stdout;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** @param lowered in the form for an engine without `using` */
async function compiled(
  files: Record<string, string>,
  entry: string,
  { lowered = false } = {},
): Promise<string> {
  let output = '';
  const log = (...values: unknown[]): void => {
    output += `${values.map((value) => (typeof value === 'string' ? value : inspect(value))).join(' ')}\n`;
  };
  const builtin = async (name: string): Promise<Record<string, unknown>> => import(name);
  const linker = new TestLinker({
    files,
    builtin,
    asyncContext: { ...asyncContext, ...(lowered && { u: openScope }) },
    console: { log },
  });
  await linker.run(entry);
  await linker.settled();
  return output;
}

for (const [name, source] of Object.entries(fixtures)) {
  test(`${name}: prints what Node prints`, async () => {
    const files = typeof source === 'string' ? { 'main.ts': source } : source;
    const entry = Object.keys(files)[0] ?? '';
    const expected = await onNode(files, entry);
    assert.notEqual(expected, '', 'the fixture prints nothing under Node');
    assert.equal(await compiled(files, entry), expected);
  });
}

for (const [name, files] of Object.entries(usingFixtures)) {
  const entry = Object.keys(files)[0] ?? '';
  test(`using, ${name}: prints what Node prints, where the engine knows it and where not`, async () => {
    const expected = await onNode(files, entry);
    assert.notEqual(expected, '', 'the fixture prints nothing under Node');
    assert.equal(await compiled(files, entry), expected, 'native');
    assert.equal(await compiled(files, entry, { lowered: true }), expected, 'lowered');
  });
}

test('only a source with using has a second form, which has none and keeps the lines', () => {
  assert.equal(compile('const using = 1; using; export {};', { path: 'a.ts' }).lowered, undefined);
  for (const files of Object.values(usingFixtures)) {
    const [[path, source] = ['', '']] = Object.entries(files);
    const { code, lowered = { code: '' } } = compile(source, { path });
    assert.match(lowered.code, /const +\w+ = __ilu\.[ab]\(/);
    assert.doesNotMatch(lowered.code, /\busing \w+ (?:=|of)/);
    assert.equal(lowered.code.split('\n').length, code.split('\n').length, path);
  }
});
