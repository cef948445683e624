import { isDeepStrictEqual, types } from 'node:util';

const values = {
  map: new Map(),
  set: new Set(),
  promise: Promise.resolve(),
  date: new Date(),
  regexp: /x/,
  error: new RangeError(),
  async: async () => 1,
  generator: (function* () {})(),
  bytes: new Uint8Array(),
  shared: new SharedArrayBuffer(1),
  boxed: Object(1),
  weak: new WeakMap(),
};
for (const [name, value] of Object.entries(values)) {
  const fits = Object.entries(types)

    .filter(([key, test]) => key !== 'isProxy' && (test as (value: unknown) => boolean)(value))
    .map(([key]) => key);
  console.log(name, fits.sort().join(' '));
}
console.log(
  isDeepStrictEqual({ a: [1, new Set([1])] }, { a: [1, new Set([1])] }),
  isDeepStrictEqual([0], [-0]),
  isDeepStrictEqual(NaN, NaN),
  isDeepStrictEqual([1, , 2], [1, undefined, 2]),
);
