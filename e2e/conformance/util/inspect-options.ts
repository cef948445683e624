import { inspect } from 'node:util';

const value = {
  b: 1,
  a: { deep: { deeper: { deepest: 1 } } },
  list: Array.from({ length: 5 }, (_, n) => n),
  text: 'x'.repeat(20),
};
console.log(inspect(value, { depth: 0 }), inspect(value, { depth: Infinity, compact: false }));
console.log(
  inspect(value, { sorted: true, breakLength: 40, maxArrayLength: 2, maxStringLength: 5 }),
);
console.log(
  inspect([1, , 3], { showHidden: true }),
  inspect("a'b"),
  inspect(new Map([[1, { a: 1 }]]), { compact: 1 }),
);
console.log(JSON.stringify(inspect({ a: 1, s: 'x', n: null, f() {} }, { colors: true })));
console.log(
  inspect(
    {
      get a() {
        return 5;
      },
    },
    { getters: true },
  ),
  inspect(123456789.123, { numericSeparator: true }),
);
console.log(
  inspect.defaultOptions.depth,
  inspect(Object.create({ constructor: { name: 'Fake' } })),
);
