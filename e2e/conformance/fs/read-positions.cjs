// What fs.read and fs.readSync take as offset, length and position, and what they refuse.
const fs = require('node:fs');
const { join } = require('node:path');
const { tmpdir } = require('node:os');

const file = join(fs.mkdtempSync(join(tmpdir(), 'positions-')), 'file');
fs.writeFileSync(file, 'abcdefgh');
const descriptor = fs.openSync(file, 'r');
const attempt = (...args) => {
  const buffer = Buffer.alloc(4, '-');
  try {
    console.log(fs.readSync(descriptor, buffer, ...args), String(buffer));
  } catch ({ name, code, message }) {
    console.log(name, code, message);
  }
};
for (const position of [0, 1n, 7, 9, 2 ** 53 - 1, 2n ** 63n - 5n, -1, -1n, null, undefined]) {
  attempt(0, 4, position);
  attempt({ position });
}
for (const position of [2n ** 63n, 2n ** 63n - 4n, -2n, NaN, -0.5, 2 ** 53, -2, '1', {}, true]) {
  attempt(0, 4, position);
}
for (const options of [{}, null, undefined, { offset: 2 }, { length: 1, position: 3 }]) {
  attempt(options);
}
for (const options of [false, 5, 42n, 'text', [], () => {}]) attempt(options);
for (const range of [
  [0, 5],
  [0, -1],
  [3, 2],
  [-1, 1],
  ['0', 1],
  [0, 1.5, 0],
  [0, '2', 0],
  [0, 0],
]) {
  attempt(...range);
}
for (const args of [
  [null, Buffer.alloc(1), 0, 1, 0],
  [descriptor, Buffer.alloc(1), 0, 1, 0],
  [descriptor, { buffer: null }, () => {}],
]) {
  try {
    fs.read(...args);
  } catch ({ code, message }) {
    console.log(code, message);
  }
}
fs.closeSync(descriptor);
