/** What is printed without `util.inspect` is what it prints. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatWithOptions as oracle } from 'node:util';
import { formatWithOptions } from './inspect.ts';
import { loadedPart, providePartsBy } from './parts.ts';

test('only what is no primitive, or a format, loads the part that inspects', () => {
  assert.equal(loadedPart('inspect'), undefined);
  const restore = providePartsBy(() => {
    throw new Error('loaded');
  });
  assert.equal(formatWithOptions({}, 'a', 1), 'a 1');
  assert.throws(() => formatWithOptions({}, {}), /loaded/);
  assert.throws(() => formatWithOptions({}, '%d', 1), /loaded/);
  restore();
});

const cases: unknown[][] = [
  [],
  ['text'],
  ['100 %', 'kept'],
  ['%%'],
  ['a', 'b', ''],
  [1, -0, 0, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 1e21],
  [10n, -1n],
  [true, false, null, undefined],
  ['n =', 3],
  [3, '%d', 4],
];

for (const colors of [false, true]) {
  for (const args of cases) {
    test(`${JSON.stringify(args.map(String))} with colors ${colors}`, () => {
      assert.equal(formatWithOptions({ colors }, ...args), oracle({ colors }, ...args));
    });
  }
}
