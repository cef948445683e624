import esLike, { value } from './es-like.cjs';
import fn from './function.cjs';
import * as namespace from './library.cjs';
import library, { counter, named } from './library.cjs';

console.log(library, counter, named());
library.counter = 9;
console.log(
  counter,
  namespace.counter,
  namespace.default === library,
  Object.keys(namespace).sort(),
);
console.log(esLike, value);
console.log(fn(), fn.extra);
