import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkPatternFolders } from '../catalogue/folder-check.ts';
import { newPattern } from './new-pattern.ts';
import { loadPattern } from './verify/pattern.ts';

test('a new pattern is whole, and verification says line by line what to write', (context) => {
  const root = mkdtempSync(join(tmpdir(), 'patterns-'));
  context.after(() => rmSync(root, { recursive: true }));
  newPattern(root, 'threads/first-one');
  newPattern(root, 'threads/second-one');
  assert.deepEqual(checkPatternFolders(root), []);
  const { pattern, faults } = loadPattern(root, 'threads/second-one');
  assert.ok(pattern, faults.join('\n'));
  assert.ok(faults.some((fault) => /main\.py:1 is still to be written: the program/.test(fault)));
  assert.ok(
    faults.some((fault) => /index\.mdx:\d+ is still to be written: when to use/.test(fault)),
  );
  assert.ok(
    faults.every((fault) => /to be written|related: there is no pattern/.test(fault)),
    faults.join('\n'),
  );
  assert.throws(() => newPattern(root, 'threads/first-one'), /exists: choose another slug/);
  for (const id of ['', 'lock', 'fibres/lock', 'threads/Lock', 'threads/a/b', '../threads/lock']) {
    assert.throws(() => newPattern(root, id), /is no id of a pattern/, id);
  }
});
