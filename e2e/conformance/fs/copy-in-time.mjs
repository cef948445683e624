// cp() with a callback and as a promise: filters that take their time, and errors with details.
import fs from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

process.chdir(fs.mkdtempSync(join(tmpdir(), 'copy-')));
fs.mkdirSync('a/b', { recursive: true });
fs.mkdirSync('d');
for (const name of ['a/x.js', 'a/b/y.js', 'a/b/y.txt', 'f', 'g']) fs.writeFileSync(name, name);
const filter = async (source) => {
  await setTimeout(1);
  return !source.endsWith('.txt');
};
console.log(await cp('a', 'copy', { recursive: true, filter }));
console.log(fs.readdirSync('copy', { recursive: true }).sort());
for (const args of [
  ['a', 'n'],
  ['a', 'f', { recursive: true }],
  ['f', 'a'],
  ['f', 'f'],
  ['a', 'a/n', { recursive: true }],
  ['f', 'g', { errorOnExist: true, force: false }],
  ['a', 'd', { recursive: true, errorOnExist: true, force: false }],
  ['missing', 'n'],
  ['f', 'g/h'],
  ['f', 'n', { mode: 'x' }],
]) {
  await cp(...args).catch(({ name, code, message, errno, syscall, path, info }) =>
    console.log(name, code, message, errno, syscall, path, info),
  );
}
for (const call of [() => fs.cp('f', 'n', 'text', () => {}), () => fs.cp('f', 'n')]) {
  try {
    call();
  } catch ({ code, message }) {
    console.log(code, message);
  }
}
fs.cp(new URL(`file://${process.cwd()}/f`), 'h', (error) => {
  console.log(error, fs.readFileSync('h', 'utf8'));
});
