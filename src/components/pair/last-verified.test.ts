import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastVerified, pairsIn } from './last-verified.ts';
import { PatternFiles } from './pattern-files.ts';

function recorded(python: string, typescript: string, versions: string[]): string {
  return JSON.stringify({
    python: { version: 'CPython 3.13.0', date: python },
    typescript: { version: 'Node 24.21.0', date: typescript },
    checked: { versions, runs: 3 },
  });
}

const old = recorded('2026-11-20T10:00:00Z', '2026-11-22T10:00:00Z', [
  'CPython 3.12.1',
  'CPython 3.13.0',
  'Node 24.21.0',
]);
const fresh = recorded('2026-11-22T10:00:00Z', '2026-11-22T10:00:00Z', [
  'CPython 3.13.0',
  'Node 24.21.0',
]);
const files = new PatternFiles({
  '/content/patterns/threads/old/outputs.json': old,
  '/content/patterns/threads/fresh/outputs.json': fresh,
});

test('a page says the date of its oldest pair, and the versions on which all of them held', () => {
  const says = lastVerified(files, ['threads/fresh', 'threads/old']);
  assert.equal(says, 'Last verified 20 November 2026 with CPython 3.13.0 and Node 24.21.0.');
  assert.match(
    lastVerified(files, ['threads/old']) ?? '',
    /CPython 3\.12\.1, CPython 3\.13\.0 and/,
  );
});

test('a page without a pair says nothing', () => {
  assert.equal(lastVerified(files, []), undefined);
});

test('the pairs of a text are named once each, whatever their variant', () => {
  const text =
    'A\n<Pair pattern="a/b" variant="given" />\n<Pair pattern="a/b" />\n<Pair pattern="c/d" />';
  assert.deepEqual(pairsIn(text), ['a/b', 'c/d']);
});
