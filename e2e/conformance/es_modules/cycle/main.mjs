// differs(webkit): WebKit does not name a variable that is read too early
import { a, readB } from './a.mjs';

console.log(a, readB());
