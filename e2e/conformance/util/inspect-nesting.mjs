// Depth, cycles, accessors, symbols, classes and sparse arrays.
import { inspect } from 'node:util';

class Point {
  constructor() {
    this.x = 1;
  }
  get y() {
    return 2;
  }
}
const cyclic = { name: 'c' };
cyclic.self = cyclic;
console.log(new Point(), Point, cyclic);
console.log({ a: { b: { c: { d: 1 } } } });
console.log(
  inspect(
    {
      get a() {
        return 1;
      },
      set b(v) {},
    },
    { getters: true },
  ),
);
console.log([1, , 3, ...Array(2)], [undefined, null, -0]);
console.log({ [Symbol('s')]: 1, 'a-b': 2, 3: 4 });
console.log(Object.create(null), Object.create({ constructor: undefined }));
console.log(
  inspect('x'.repeat(20), { maxStringLength: 5 }),
  inspect(new Map([[{ a: 1 }, new Set([1])]])),
);
