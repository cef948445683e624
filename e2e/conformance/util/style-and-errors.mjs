import { getSystemErrorName, parseEnv, styleText, types } from 'node:util';

console.log(JSON.stringify(styleText(['bold', 'red'], 'text', { validateStream: false })));
console.log(getSystemErrorName(-2), parseEnv('A=1\nB="two # three"'));
const values = [
  new Date(),
  /x/,
  new Map(),
  Promise.resolve(),
  new Uint8Array(1),
  async () => 1,
  Object(1),
];
for (const value of values) {
  console.log(Object.keys(types).filter((name) => name !== 'isProxy' && types[name](value)));
}
