console.log([1.5, -0, "it's", '"q"', `a'b"c`, null, undefined, true, 10n, Symbol('s')]);
console.log(
  new Map<unknown, unknown>([[{ a: 1 }, new Set([1, [2]])]]),
  new WeakMap(),
  new WeakSet(),
);
console.log([, 1, , , 2], Object.assign([1], { extra: true }), new Array(3));
console.log(
  class A {},
  class B extends Map {},
  function named() {},
  () => {},
  async () => {},
  function* g() {},
);
console.log(
  new (class Foo {
    x = 1;
    #hidden = 2;
    get y() {
      return 1;
    }
  })(),
  Object.create(null),
  Object.create({ a: 1 }),
);
console.log(new Date(0), new Date(NaN), /re/g, new Error('e').message, [new Date(1)]);
console.log(
  new Uint8Array(3),
  new ArrayBuffer(4),
  new DataView(new ArrayBuffer(1)),
  new SharedArrayBuffer(1),
);
console.log(new Promise(() => {}), new Proxy({ a: 1 }, {}), new Proxy(() => 1, {}));
console.log({
  get a() {
    return 1;
  },
  set a(v) {},
  get b() {
    return 1;
  },
  set c(v: number) {},
});
console.log({ [Symbol('k')]: 1, 'a-b': 2, 3: 4, __proto__: { z: 1 } });
console.log(globalThis === global, [[[[[]]]]], { a: { b: { c: { d: 1 } } } });
console.log(Object(1), Object('s'), Object(1n), Object(Symbol('x')), Object(false));
console.log('a'.repeat(10), ['a'.repeat(100)], { s: 'line\nbreak' });
console.log([...'abc'.matchAll(/./g)].length, [1][Symbol.iterator]());
console.log(Array.from({ length: 120 }, (_, n) => n));
console.log({ ...Array.from({ length: 30 }, (_, n) => `value ${n}`) });
