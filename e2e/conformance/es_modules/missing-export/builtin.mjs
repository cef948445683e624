import { nothing } from 'node:events';

console.log(nothing);
