// What fs.write takes as offset, length and position; close() without a callback.
const fs = require('node:fs');
const { join } = require('node:path');
const { tmpdir } = require('node:os');

const file = join(fs.mkdtempSync(join(tmpdir(), 'ranges-')), 'file');
const descriptor = fs.openSync(file, 'w+');
const bytes = Buffer.from('abcd');
for (const args of [
  [bytes],
  [bytes, 1],
  [bytes, 4],
  [bytes, 0, '3'],
  [bytes, { offset: 1, length: 2, position: 0 }],
  [bytes, 0, 1, 'a'],
  [bytes, 0, 1, -5],
  ['text', 1.5],
  ['text', 0, 'latin1'],
  [bytes, 5],
  [bytes, -1],
  [bytes, 1.5],
  [bytes, 'a'],
  [bytes, 0, 5],
  [bytes, 0, -1],
  [bytes, 0, 1.5],
  [5],
]) {
  try {
    console.log(fs.writeSync(descriptor, ...args), fs.readFileSync(file, 'utf8'));
  } catch ({ code, message }) {
    console.log(code, message);
  }
}
for (const args of [[''], [null], [descriptor, 5], [descriptor, null]]) {
  try {
    fs.close(...args);
  } catch ({ code, message }) {
    console.log(code, message);
  }
}
fs.close(descriptor);
