import { b } from './b.mjs';
export function hoisted() {
  return 'hoisted works in a cycle';
}
try {
  console.log(b);
} catch (error) {
  console.log(error.name, error.message);
}
export const a = 'a2';
