const original = {
  date: new Date(5),
  map: new Map([[{ k: 1 }, new Set([1])]]),
  re: /a/gi,
  big: 1n,
  bytes: new Uint16Array([1, 2]),
  err: new RangeError('r'),
  boxed: Object('s'),
  sparse: [, 1],
};
const clone = structuredClone(original);
const { err, ...rest } = clone;
console.log(rest, err instanceof RangeError, err.message, clone.date !== original.date);
class Point {
  x = 1;
  get y() {
    return 2;
  }
}
console.log(structuredClone(new Point()), structuredClone(Object.create({ inherited: 1 })));
const shared = { same: {} as object };
const twice = structuredClone([shared, shared]);
console.log(twice[0] === twice[1]);
const { buffer } = new Uint8Array([7]);
console.log(
  structuredClone(buffer, { transfer: [buffer] }),
  buffer.byteLength,
  (buffer as ArrayBuffer).detached,
);
