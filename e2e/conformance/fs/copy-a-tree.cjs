// cpSync(): what it copies and keeps, and what it refuses, in its own words.
const fs = require('node:fs');
const { join } = require('node:path');
const { tmpdir } = require('node:os');

process.chdir(fs.mkdtempSync(join(tmpdir(), 'copy-')));
fs.mkdirSync('a/b/c', { recursive: true });
for (const name of ['a/x', 'a/b/y', 'a/b/c/z', 'f', 'g']) fs.writeFileSync(name, name);
fs.utimesSync('a/x', 5, 6);
fs.chmodSync('a/b/y', 0o600);
fs.cpSync('a', 'deep/er/copy', { recursive: true, preserveTimestamps: true });
console.log(fs.readdirSync('deep', { recursive: true }).sort());
console.log(fs.readFileSync('deep/er/copy/b/c/z', 'utf8'), fs.statSync('deep/er/copy/x').mtimeMs);
console.log((fs.statSync('deep/er/copy/b/y').mode & 0o777).toString(8));

fs.cpSync('f', 'g', { force: false });
console.log(fs.readFileSync('g', 'utf8'));
fs.cpSync('f', 'g');
console.log(fs.readFileSync('g', 'utf8'));
fs.cpSync('a', 'some', { recursive: true, filter: (source) => !source.endsWith('b') });
console.log(fs.readdirSync('some', { recursive: true }));
fs.cpSync('a', 'none', { recursive: true, filter: () => false });
console.log(fs.existsSync('none'));

for (const args of [
  ['a', 'n'],
  ['a', 'f', { recursive: true }],
  ['f', 'a'],
  ['f', 'f'],
  ['a', 'a/n', { recursive: true }],
  ['f', 'g', { errorOnExist: true, force: false }],
  ['missing', 'n'],
  ['f', 'g/h'],
  ['f', 'n', { filter: async () => true }],
  ['f', 'n', 5],
  ['f', 'n', { recursive: 1 }],
  ['f', 'n', { mode: 8 }],
  ['f', 'n', { filter: 1 }],
  ['f', 'n', { dereference: true, verbatimSymlinks: true }],
  [5, 'n'],
  ['f', 5],
]) {
  try {
    console.log(fs.cpSync(...args));
  } catch ({ name, code, message, errno, syscall, path }) {
    console.log(name, code, message, errno, syscall, path);
  }
}
