import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { inspect, promisify } from 'node:util';
import { fixtures } from './oracle-fixtures.ts';
import { TestLinker } from './test-linker.ts';

const run = promisify(execFile);
/** What the context does when nobody uses AsyncLocalStorage. */
const asyncContext = {
  s: (value: unknown) => value,
  r: (value: unknown) => value,
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

async function compiled(files: Record<string, string>, entry: string): Promise<string> {
  let output = '';
  const log = (...values: unknown[]): void => {
    output += `${values.map((value) => (typeof value === 'string' ? value : inspect(value))).join(' ')}\n`;
  };
  const builtin = async (name: string): Promise<Record<string, unknown>> => import(name);
  const linker = new TestLinker({ files, builtin, asyncContext, console: { log } });
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
