import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findLines } from './places.ts';

const source = 'import threading\n\nlock = threading.Lock()\nwith lock:\n    work()\n';

test('findLines() finds the one line that contains a piece of text', () => {
  assert.deepEqual(findLines(source, 'with lock'), { first: 4, last: 4 });
});

test('findLines() finds several lines by the first and the last', () => {
  assert.deepEqual(findLines(source, ['with lock', 'work()']), { first: 4, last: 5 });
});

test('findLines() names text that is on no line or on several', () => {
  assert.throws(() => findLines(source, 'Semaphore'), /“Semaphore” is on no line/);
  assert.throws(() => findLines(source, 'threading'), /is on the lines 1, 3/);
});

test('findLines() refuses lines in the wrong order', () => {
  assert.throws(() => findLines(source, ['work()', 'with lock']), /exchange them/);
});
