// Names of files as bytes and in encodings; the empty path; the order of a walk.
const fs = require('node:fs');
const { join } = require('node:path');
const { tmpdir } = require('node:os');

process.chdir(fs.mkdtempSync(join(tmpdir(), 'names-')));
fs.mkdirSync('a/b', { recursive: true });
fs.writeFileSync('a/b/ü', '');
console.log(fs.readdirSync('a/b', 'hex'), fs.readdirSync('a/b', { encoding: 'buffer' }));
console.log(fs.readdirSync('a/b', { encoding: 'latin1', withFileTypes: true })[0].name);
console.log(fs.mkdtempSync('t-', 'buffer').length, fs.mkdtempSync('').length);
console.log(fs.realpathSync('a', 'buffer') instanceof Buffer);
console.log(fs.readdirSync('a', { recursive: true }));
console.log(
  fs.readdirSync('./a/', { recursive: true, withFileTypes: true }).map((each) => each.parentPath),
);
for (const call of [
  () => fs.statSync(''),
  () => fs.readFileSync(''),
  () => fs.mkdirSync('', { recursive: true }),
  () => fs.writeFileSync('', ''),
  () => fs.renameSync('a', ''),
  () => fs.readdirSync(''),
  () => fs.rmSync(''),
  () => fs.mkdirSync('n', { recursive: null }),
  () => fs.writeFileSync('n', '', { flush: 1 }),
]) {
  try {
    call();
  } catch ({ code, message }) {
    console.log(code, message);
  }
}
