import assert from 'node:assert/strict';

const pairs: [unknown, unknown][] = [
  [
    { a: 1, b: { c: [1, 2] } },
    { a: 1, b: { c: [1, 3] } },
  ],
  [new Map([['a', 1]]), new Map([['a', 2]])],
  [new Set([1, { b: 2 }]), new Set([{ b: 2 }, 1])],
  [0, -0],
  ['a longer text here', 'a longer text there'],
];
for (const [actual, expected] of pairs) {
  try {
    assert.deepEqual(actual, expected);
    console.log('equal');
  } catch (error) {
    console.log((error as Error).message);
  }
}
