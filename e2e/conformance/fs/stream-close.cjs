// close() of file streams, with and without a callback; a descriptor instead of a path; autoClose.
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { once } = require('node:events');
(async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'close-'));
  const file = path.join(folder, 'text');
  const writer = fs.createWriteStream(file);
  console.log(writer.pending);
  writer.write('some text');
  await new Promise((resolve) => writer.close(resolve));
  console.log(writer.pending, writer.destroyed, fs.readFileSync(file, 'utf8'));

  const reader = fs.createReadStream(file);
  reader.close();
  await once(reader, 'close');
  console.log('closed', reader.destroyed);

  const descriptor = fs.openSync(file, 'r');
  const again = fs.createReadStream(null, { fd: descriptor, autoClose: false, encoding: 'utf8' });
  again.on('data', (text) => console.log(text));
  await once(again, 'end');
  console.log(again.destroyed, fs.fstatSync(descriptor).size);
  fs.closeSync(descriptor);
  fs.rmSync(folder, { recursive: true });
})();
