import * as all from './all.mjs';

console.log(Object.keys(all), 'x' in all, all.x, all.own, all.default);
const missing = await import('./bad.mjs').catch((error) => error);
console.log(missing.name, missing.message);
