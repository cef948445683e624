import { a, hoisted } from './a2.mjs';

console.log('b evaluates', hoisted());
try {
  console.log(a);
} catch (error) {
  console.log(error.name, error.message);
}
export const b = 'b';
export const readA = () => 'read by b';
