const fs = require('node:fs');
const { mkdtempSync, promises } = fs;
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { promisify } = require('node:util');

const folder = mkdtempSync(join(tmpdir(), 'vectors-'));
const file = join(folder, 'file');
const descriptor = fs.openSync(file, 'w+');
console.log(
  fs.writevSync(descriptor, [Buffer.from('ab'), new Uint8Array([99, 100]), Buffer.from('ef')]),
);
const views = [new Uint8Array(2), new Uint16Array(1), Buffer.alloc(9)];
console.log(fs.readvSync(descriptor, views, 0), views);
fs.futimesSync(descriptor, 10, 20);
console.log(fs.statSync(file).mtimeMs);
for (const call of [
  () => fs.readvSync(descriptor, 5),
  () => fs.writevSync(descriptor, [5]),
  () => new fs.ReadStream(file, { start: 5, end: 2 }),
  () => fs.createReadStream(file, { start: 'a' }),
  () => fs.createWriteStream(file, { start: -1 }),
  () => fs.createReadStream(file, { fd: 'x' }),
  () => fs.ReadStream(5),
]) {
  try {
    console.log(call());
  } catch (error) {
    console.log(error.code, error.message);
  }
}

async function main() {
  const { bytesRead, buffers } = await promisify(fs.readv)(descriptor, [Buffer.alloc(3)], 1);
  console.log(bytesRead, String(buffers[0]));
  const handle = await promises.open(file, 'r+');
  console.log((await handle.writev([Buffer.from('X'), Buffer.from('Y')], 2)).bytesWritten);
  console.log((await handle.readv([Buffer.alloc(2), Buffer.alloc(9)], 1)).bytesRead);
  await handle.close();

  class Counted extends fs.ReadStream {}
  const stream = new Counted(file, { start: 1, end: 4, encoding: 'utf8' });
  console.log(
    stream instanceof fs.ReadStream,
    fs.ReadStream(file).destroy() instanceof fs.ReadStream,
  );
  console.log(stream.pending, stream.flags, stream.start, stream.end, stream.path === file);
  stream.on('open', () => console.log('open', stream.pending));
  for await (const text of stream) console.log(text, stream.bytesRead, stream.pos);
  const writing = fs.WriteStream(join(folder, 'other'), { encoding: 'hex' });
  writing.end('414243', () => console.log(writing.bytesWritten, writing.constructor.name));
  await new Promise((resolve) => writing.on('close', resolve));
  console.log(fs.readFileSync(writing.path, 'utf8'), fs.FileWriteStream === fs.WriteStream);
}
main();
