// differs(webkit): WebKit has one wording for every assignment to what is constant
import { value } from './value.mjs';

try {
  value = 2;
} catch (error) {
  console.log(error.name, error.message);
}
try {
  value++;
} catch (error) {
  console.log(error.name, error.message);
}
console.log(value);
