import { deprecate, inherits, stripVTControlCharacters, toUSVString } from 'node:util';

process.on('warning', (warning: Error & { code?: string }) =>
  console.log(warning.name, warning.message, warning.code),
);
const old = deprecate((x: number) => x + 1, 'use the new one', 'DEP_OWN');
console.log(old(1), old(2));
function Parent() {}
function Child() {}
inherits(Child, Parent);
console.log(Object.getPrototypeOf(Child.prototype) === Parent.prototype);
console.log(stripVTControlCharacters('\u001b[31mred\u001b[39m'), toUSVString('a\ud800').length);
