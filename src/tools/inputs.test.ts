import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { hashOf } from './inputs.ts';

const inputs = ['src', 'config.mjs', 'absent'];
let root = '';
let before = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'interleave-inputs-'));
  await mkdir(join(root, 'src/deep'), { recursive: true });
  await writeFile(join(root, 'src/deep/a.ts'), 'one');
  await writeFile(join(root, 'config.mjs'), 'two');
  before = await hashOf(root, inputs);
});
afterEach(() => rm(root, { recursive: true }));

test('hashOf() is the same for the same contents at another time', async () => {
  await utimes(join(root, 'src/deep/a.ts'), 1, 1);
  assert.equal(await hashOf(root, inputs), before);
});

test('hashOf() changes with the contents of a file in a directory', async () => {
  await writeFile(join(root, 'src/deep/a.ts'), 'uno');
  assert.notEqual(await hashOf(root, inputs), before);
});

test('hashOf() changes with the contents of a file named by itself', async () => {
  await writeFile(join(root, 'config.mjs'), 'due');
  assert.notEqual(await hashOf(root, inputs), before);
});

test('hashOf() changes when a file is renamed or added', async () => {
  await rename(join(root, 'src/deep/a.ts'), join(root, 'src/deep/b.ts'));
  const renamed = await hashOf(root, inputs);
  assert.notEqual(renamed, before);
  await writeFile(join(root, 'src/c.ts'), '');
  assert.notEqual(await hashOf(root, inputs), renamed);
});
