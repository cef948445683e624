// Directories that are open: read entry by entry, iterated, closed, and used when they are closed.
import fs from 'node:fs';
import { opendir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const root = fs.mkdtempSync(join(tmpdir(), 'opendir-'));
fs.mkdirSync(join(root, 'a/b'), { recursive: true });
for (const name of ['f', 'a/g', 'a/b/h']) fs.writeFileSync(join(root, name), name);
const say = ({ name, code, message }) => console.log(name, code, message);

const all = [];
for await (const entry of await opendir(root, { recursive: true })) {
  all.push(`${relative(root, join(entry.parentPath, entry.name))} ${entry.isDirectory()}`);
}
console.log(all.sort());

const dir = fs.opendirSync(root);
console.log(dir instanceof fs.Dir, dir.path === root, dir.entries === dir[Symbol.asyncIterator]);
const names = [dir.readSync(), await dir.read()].map((entry) => entry.name);
console.log(names.sort(), dir.readSync(), await dir.read());
const pending = dir.read();
for (const call of [() => dir.readSync(), () => dir.closeSync()]) {
  try {
    call();
  } catch (error) {
    say(error);
  }
}
await pending;
console.log(dir.closeSync());
await dir.read().catch(say);
await dir.close().catch(say);
dir.close((error) => console.log('callback', error.code));

fs.opendir(join(root, 'a'), (error, opened) => {
  opened.read((failure, entry) => {
    console.log(error, failure, entry instanceof fs.Dirent);
    opened.close((failure) => console.log(failure));
  });
});
const broken = await opendir(root);
for await (const _ of broken) break;
await broken.read().catch(say);
const disposed = await opendir(root);
await disposed[Symbol.asyncDispose]();
await disposed[Symbol.asyncDispose]();
for (const call of [
  () => new fs.Dir(),
  () => fs.Dir.prototype.path,
  () => fs.opendirSync(5),
  () => fs.opendirSync(root, { bufferSize: 0 }),
  () => fs.opendirSync(root, { encoding: 'none' }),
  () => fs.opendir(root),
]) {
  try {
    call();
  } catch (error) {
    say(error);
  }
}
process.chdir(root);
for (const path of ['f', 'none']) await opendir(path).catch(say);
