import { format, formatWithOptions } from 'node:util';

console.log([
  format('%s', 'a', 'b'),
  format(1, 2),
  format('%%%s', 1),
  format(),
  format('a', Symbol('x')),
  format('%j', { toJSON: () => 'j' }),
]);
const cyclic: Record<string, unknown> = {};
cyclic.me = cyclic;
console.log(
  format('%j', cyclic),
  formatWithOptions({ colors: true }, '%O', { a: 1 }) !== format('%O', { a: 1 }),
);
