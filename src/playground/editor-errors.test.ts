import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rangeOf } from './editor-errors.ts';

test('rangeOf() finds the place of an error, and always something to underline', () => {
  const text = 'ab\ncd\n';
  const cases: [line: number, column: number, length: number, from: number, to: number][] = [
    [1, 0, 2, 0, 2],
    [2, 1, 1, 4, 5],
    [2, 0, 0, 3, 4],
    [3, 0, 0, 5, 6],
    [9, 9, 9, 5, 6],
  ];
  for (const [line, column, length, from, to] of cases) {
    assert.deepEqual(rangeOf({ line, column, length }, text), { from, to });
  }
  assert.deepEqual(rangeOf({ line: 1, column: 0, length: 0 }, ''), { from: 0, to: 0 });
});
