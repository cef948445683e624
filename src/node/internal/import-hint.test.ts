import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importHint } from './import-hint.ts';

const parent = '/project/app/main.mjs';

test('a relative path gets what it lacks', () => {
  assert.equal(importHint('./other', parent, '/project/app/other.js'), './other.js');
  assert.equal(importHint('../lib', parent, '/project/lib/index.js'), '../lib/index.js');
  assert.equal(importHint('./a b', parent, '/project/app/a b#.js'), './a%20b%23.js');
});

test('a file of a package is named below the package', () => {
  const found = '/project/node_modules/pack/inner/a b.js';
  assert.equal(importHint('pack/inner/a b', parent, found), 'pack/inner/a%20b.js');
});

test('a package that is one file is named by its address', () => {
  const found = '/project/node_modules/lone.js';
  assert.equal(importHint('lone', parent, found), 'file:///project/node_modules/lone.js');
});

test('what was written already is no hint', () => {
  assert.equal(importHint('./other.js', parent, '/project/app/other.js'), undefined);
});
