import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FirstAnswers } from './first-reads.ts';

const answers = () =>
  new FirstAnswers([
    { op: 'stat', path: '/a.ts', value: 1 },
    { op: 'stat', path: '/package.json', value: 2 },
    { op: 'read-source', path: '/a.ts', value: 3 },
  ]);

test('an answer serves once, and only the call that it was given for', () => {
  const known = answers();
  assert.equal(known.take('stat', '/b.ts'), undefined);
  assert.equal(known.take('readdir', '/a.ts'), undefined);
  assert.equal(known.take('stat', '/a.ts')?.value, 1);
  assert.equal(known.take('stat', '/a.ts'), undefined);
});

test('when the program has been read, the files may change: nothing is known any more', () => {
  const known = answers();
  assert.equal(known.take('read-source', '/a.ts')?.value, 3);
  assert.equal(known.take('stat', '/package.json'), undefined);
});
