// Streams use the calls of options.fs, or those that a program has put into the module.
const fs = require('node:fs');
const { once } = require('node:events');
const { join } = require('node:path');
const { tmpdir } = require('node:os');

const file = join(fs.mkdtempSync(join(tmpdir(), 'backend-')), 'file');
const noted = [];
const note = (names) =>
  Object.fromEntries(
    names.map((name) => [name, (...args) => (noted.push(name), fs[name](...args))]),
  );

async function main() {
  const writer = fs.createWriteStream(file, { fs: note(['open', 'write', 'close']) });
  writer.write('one ');
  writer.end('two');
  await once(writer, 'close');
  console.log(noted.splice(0), writer.bytesWritten);
  const corked = fs.createWriteStream(file, { fs: note(['open', 'write', 'writev', 'close']) });
  await once(corked, 'open');
  corked.cork();
  for (const text of ['a', 'b', 'c']) corked.write(text);
  corked.end();
  await once(corked, 'close');
  console.log(noted.splice(0), corked.bytesWritten, fs.readFileSync(file, 'utf8'));
  const reader = fs.createReadStream(file, { fs: note(['open', 'read', 'close']) });
  for await (const chunk of reader) console.log(String(chunk));
  console.log(noted.splice(0));

  const { write } = fs;
  fs.write = (...args) => args.at(-1)(new Error('no ink'));
  const failing = fs.createWriteStream(file);
  failing.end('text');
  console.log((await once(failing, 'error'))[0].message);
  fs.write = write;

  // As `graceful-fs` does it.
  function Patched(...args) {
    fs.ReadStream.apply(this, args);
  }
  Object.setPrototypeOf(Patched.prototype, fs.ReadStream.prototype);
  Patched.prototype.open = function () {
    fs.open(this.path, this.flags, this.mode, (error, descriptor) => {
      if (error) return this.emit('error', error);
      this.fd = descriptor;
      this.emit('open', descriptor);
    });
  };
  fs.writeFileSync(file, 'patched');
  for await (const chunk of new Patched(file)) console.log(String(chunk));

  for (const backend of [{}, { open() {} }, { ...fs, close: null }, { ...fs, writev: 'x' }]) {
    for (const create of [fs.createReadStream, fs.createWriteStream]) {
      try {
        create(file, { fs: backend }).destroy();
      } catch ({ code, message }) {
        console.log(code, message);
      }
    }
  }
}
main();
