import { promisify } from 'node:util';

console.log(await promisify(setTimeout)(1, 'a'), await promisify(setImmediate)('b'));
console.log(promisify(setTimeout) === (await import('node:timers/promises')).setTimeout);
