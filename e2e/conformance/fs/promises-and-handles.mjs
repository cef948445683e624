import { mkdtemp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = await mkdtemp(join(tmpdir(), 'conform-'));
const file = join(root, 'notes.txt');
await writeFile(file, 'one two three');
const handle = await open(file, 'r+');
const { bytesRead, buffer } = await handle.read(Buffer.alloc(3), 0, 3, 4);
console.log(bytesRead, buffer.toString());
await handle.write('ONE', 0);
await handle.truncate(7);
await handle.close();
console.log(await readFile(file, 'utf8'), await readdir(root), (await stat(file)).size);
await readFile(join(root, 'none')).catch((error) => console.log(error.code, error.syscall));
await rm(root, { recursive: true });
