// Directories, renames and errors through promises.
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(tmpdir(), `walk-${process.pid}`);
await mkdir(join(root, 'a/b'), { recursive: true });
await writeFile(join(root, 'a/one.txt'), 'one');
await rename(join(root, 'a/one.txt'), join(root, 'a/b/two.txt'));
console.log((await readdir(root, { recursive: true })).sort());
console.log(await readFile(join(root, 'a/b/two.txt'), 'utf8'), (await stat(root)).isDirectory());
for (const attempt of [
  () => readFile(root),
  () => mkdir(root),
  () => rm(root),
  () => stat(join(root, 'no')),
]) {
  await attempt().catch((error) => console.log(error.code, error.syscall));
}
await rm(root, { recursive: true });
