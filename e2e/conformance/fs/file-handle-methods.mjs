// chmod(), utimes() and stat() of a handle; closing twice, and use after that.
import { chmodSync, fchmodSync, lutimesSync, mkdtempSync, openSync, renameSync } from 'node:fs';
import { open, stat, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const file = join(mkdtempSync(join(tmpdir(), 'handle-')), 'file');
const handle = await open(file, 'w+');
await handle.chmod(0o640);
console.log(((await handle.stat()).mode & 0o777).toString(8));
renameSync(file, `${file}-moved`);
await handle.chmod('600');
await handle.utimes(1, 2);
const { mode, mtimeMs } = await stat(`${file}-moved`, { bigint: true });
console.log((mode & 0o777n).toString(8), mtimeMs);
lutimesSync(`${file}-moved`, 3, 4);
console.log((await handle.stat({ bigint: true })).mtimeMs);
await unlink(`${file}-moved`);
console.log(await handle.writeFile('gone, and still open'), (await handle.stat()).size);
console.log(await handle.read(Buffer.alloc(4), { position: 0, length: null }));
for (const mode of [undefined, '8', -1, {}]) {
  await handle.chmod(mode).catch(({ code, message }) => console.log(code, message));
}
handle.on('close', () => console.log('close'));
const closing = handle.close();
console.log(handle.fd);
await Promise.all([closing, handle.close()]);
await handle.close();
for (const name of ['chmod', 'utimes', 'stat', 'sync', 'truncate', 'readFile', 'writeFile']) {
  await handle[name](1, 1).catch(({ code, syscall }) => console.log(name, code, syscall));
}
for (const call of [() => fchmodSync(999, 0), () => fchmodSync('x'), () => chmodSync(file)]) {
  try {
    call();
  } catch ({ code, message }) {
    console.log(code, message.replace(file, 'file'));
  }
}
console.log(openSync(file, 'w') > 2);
