import assert from 'node:assert/strict';
import { test } from 'node:test';
import { difference, type Outcome } from './compare.ts';

const said = (stdout: string, exit: Outcome['exit'] = 0): Outcome => ({ stdout, stderr: '', exit });
const strict = { anyOrder: false, isSilent: false };

test('equal output and exit code agree, whatever standard error says', () => {
  assert.equal(difference({ ...said('a\n'), stderr: 'x' }, said('a\n'), strict), undefined);
});

test('the first differing line is shown', () => {
  const report = difference(said('a\nb\n'), said('a\nc\n'), strict);
  assert.deepEqual(report, ['line 2:', '  node  b', '  node  ', '  page  c', '  page  ']);
});

test('a missing final newline is a difference', () => {
  assert.notEqual(difference(said('a\n'), said('a'), strict), undefined);
});

test('an exit code that differs is told', () => {
  assert.deepEqual(
    difference(said('', 13), said('', 'time limit'), { ...strict, isSilent: true }),
    ['exit code: node 13, page time limit'],
  );
});

test('under any-order the lines may move, but not change', () => {
  assert.equal(
    difference(said('a\nb\n'), said('b\na\n'), { anyOrder: true, isSilent: false }),
    undefined,
  );
  assert.notEqual(
    difference(said('a\nb\n'), said('a\nb\n'.repeat(2)), { anyOrder: true, isSilent: false }),
    undefined,
  );
  assert.notEqual(difference(said('a\nb\n'), said('b\na\n'), strict), undefined);
});

test('a program that says nothing proves nothing, unless it declares so', () => {
  assert.match(difference(said('', 1), said('', 1), strict)?.[0] ?? '', /nothing was compared/);
  assert.equal(difference(said('', 1), said('', 1), { ...strict, isSilent: true }), undefined);
});
