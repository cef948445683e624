import { two } from './two.mjs';
export const one = 1;
export class Klass {}
export default class {}
console.log('one done', two);
