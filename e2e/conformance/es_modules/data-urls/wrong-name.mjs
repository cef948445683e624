import { wrong as other, right } from './some.cjs';

console.log(right, other);
