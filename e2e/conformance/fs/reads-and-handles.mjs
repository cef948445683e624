import fs, { mkdtempSync, promises, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const file = join(mkdtempSync(join(tmpdir(), 'reads-')), 'file');
writeFileSync(file, 'one\ntwo\r\nthree');
const descriptor = fs.openSync(file, 'r');
const read = promisify(fs.read);
const show = ({ bytesRead, buffer }) =>
  console.log(bytesRead, buffer.length, String(buffer.subarray(0, 5)));
show(await read(descriptor));
show(await read(descriptor, { position: 4, length: 3 }));
show(await read(descriptor, { buffer: Buffer.alloc(8), offset: 1, position: 0n }));
show(await read(descriptor, Buffer.alloc(4), { position: 0 }));
for (const args of [
  [{ position: 'x' }],
  [{ position: 1.5 }],
  [{ position: {} }],
  [{ buffer: 5 }],
  [5],
  [Buffer.alloc(0), 0, 10, 0],
]) {
  try {
    await read(descriptor, ...args);
  } catch (error) {
    console.log(error.code, error.message);
  }
}
fs.closeSync(descriptor);

const lines = [];
const handle = await promises.open(file);
for await (const line of handle.readLines()) lines.push(line);
console.log(lines, handle.fd);

const writing = await promises.open(file, 'w');
const stream = writing.createWriteStream();
stream.end('written by a stream');
await new Promise((resolve) => stream.on('close', resolve));
console.log(writing.fd);

const reading = await promises.open(file);
reading.on('close', () => console.log('the handle is closed'));
let text = '';
for await (const piece of reading.createReadStream({ encoding: 'utf8', start: 11 })) text += piece;
console.log(text);

const kept = await promises.open(file);
const keeping = kept.createReadStream({ autoClose: false });
for await (const piece of keeping.iterator({ destroyOnReturn: false })) {
  console.log(piece.length);
  break;
}
console.log(kept.fd > 2);
await kept.close();
