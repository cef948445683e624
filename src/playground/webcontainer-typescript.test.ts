import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { FileSystemTree } from '../engine/engine.ts';
import { detectTypeScript } from '../engine/webcontainer/typescript.ts';
import { stripTypes } from '../runtime/compile/strip.ts';

const load = async () => stripTypes;
const WITHOUT = '--no-experimental-strip-types';

function node(args: string[], cwd = '.') {
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  return { stdout, stderr, status };
}

/** A Node that knows nothing of types, whose children do not either. */
const untyped = () => detectTypeScript(async (args) => node(['-e', '0', ...args]) && 'none!', load);

function write(t: TestContext, tree: FileSystemTree): string {
  const folder = mkdtempSync(join(tmpdir(), 'typescript-'));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const [name, entry] of Object.entries(tree)) {
    if ('directory' in entry) mkdirSync(join(folder, name));
    else writeFileSync(join(folder, name), entry.file.contents);
  }
  return folder;
}

test('a Node that strips types is asked, and gets files and arguments as they are', async () => {
  const support = await detectTypeScript(async (args) => node(args).stdout, load);
  assert.deepEqual(support.flags, []);
  const tree = { 'main.ts': { file: { contents: 'let a: 1;' } } };
  assert.equal(support.prepare(tree), tree);
});

test('a Node that strips types behind a flag gets the flag', async () => {
  const support = await detectTypeScript(async () => '\x1b[32mflag!\x1b[39m\r\n', load);
  assert.equal(support.flags[0], '--experimental-strip-types');
});

for (const starter of ['threads', 'processes', 'commonjs', 'blank']) {
  test(`a Node without types runs "${starter}" as one with types does`, async (t) => {
    const source = `content/playground/${starter}`;
    const names = readdirSync(source);
    const tree = Object.fromEntries(
      names.map((name) => [name, { file: { contents: readFileSync(join(source, name), 'utf8') } }]),
    );
    const support = await untyped();
    const folder = write(t, support.prepare(tree));
    const entry = names.includes('main.ts') ? 'main.ts' : 'main.js';
    const bare = node([WITHOUT, ...support.flags, entry], folder);
    const typed = mkdtempSync(join(tmpdir(), 'typed-'));
    t.after(() => rmSync(typed, { recursive: true }));
    cpSync(source, typed, { recursive: true });
    const expected = node([entry], typed);
    const digits = /process \d+/g;
    assert.equal(bare.stderr.replace(/[\d.]+ s/g, ''), expected.stderr.replace(/[\d.]+ s/g, ''));
    assert.equal(bare.stdout.replace(digits, ''), expected.stdout.replace(digits, ''));
    assert.equal(bare.status, 0);
  });
}

test('a mistake is left for Node to report', async () => {
  const support = await untyped();
  const tree = { 'main.ts': { file: { contents: 'const = 1;' } } };
  assert.deepEqual(support.prepare(tree), tree);
});
