import { computed } from './library.cjs';

console.log(computed);
