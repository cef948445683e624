import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markedRuns } from './same-marks.ts';

test('markedRuns() keeps every line, and puts together those of the same groups', () => {
  const lines = ['a', 'b', 'c', 'd', 'e'];
  const marks = [
    { first: 2, last: 3 },
    { first: 3, last: 4 },
  ];
  assert.deepEqual(markedRuns(lines, marks), [
    { groups: '', lines: ['a'] },
    { groups: '0', lines: ['b'] },
    { groups: '0 1', lines: ['c'] },
    { groups: '1', lines: ['d'] },
    { groups: '', lines: ['e'] },
  ]);
  assert.deepEqual(markedRuns(lines, []), [{ groups: '', lines }]);
});
