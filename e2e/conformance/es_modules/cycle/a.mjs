import { b, readA } from './b.mjs';

console.log('a evaluates', b);
export const a = 'a';
export const readB = () => b;
console.log(readA());
