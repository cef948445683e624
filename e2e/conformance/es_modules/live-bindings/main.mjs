import * as namespace from './counter.mjs';
import { count, increment, default as initial } from './counter.mjs';

console.log(count, namespace.count, initial);
increment();
console.log(count, namespace.count, initial);
console.log(
  Object.keys(namespace),
  Object.prototype.toString.call(namespace),
  Object.isSealed(namespace),
);
