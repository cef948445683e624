// A stream and its handle close each other; signals; options that are inherited.

import { once } from 'node:events';
import fs from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const file = join(fs.mkdtempSync(join(tmpdir(), 'handles-')), 'file');
fs.writeFileSync(file, 'hello world');
const first = await open(file);
first.on('close', () => console.log('handle'));
const reading = first.createReadStream();
reading.on('close', () => console.log('stream'));
reading.once('data', () => first.close().then(() => console.log('closed', first.fd)));
await once(reading, 'close');

const second = await open(file, 'r+');
const { write } = second;
second.write = (...args) => {
  console.log('write', String(args[0]));
  return Reflect.apply(write, second, args);
};
const writing = fs.createWriteStream(null, { fd: second, start: 6 });
writing.end('there');
await once(writing, 'close');
console.log(second.fd, fs.readFileSync(file, 'utf8'));

for (const signal of [AbortSignal.abort(), AbortSignal.abort('why')]) {
  const aborted = fs.createReadStream(file, { signal });
  const [error] = await once(aborted, 'error');
  console.log(error.name, error.cause.name ?? error.cause);
}
const third = await open(file);
for (const options of [
  { signal: 5 },
  { fd: third, fs },
  { start: null },
  { end: 'x' },
  { fd: -1 },
]) {
  try {
    fs.createReadStream(file, options).destroy();
  } catch ({ code, message }) {
    console.log(code, message);
  }
}
await third.close();
const inherited = fs.createReadStream(file, { __proto__: { start: 1, end: 3, encoding: 'utf8' } });
console.log(inherited.start, inherited.end, inherited.autoClose);
for await (const text of inherited) console.log(text);
const kept = new fs.createReadStream(null, { fd: 13_337, autoClose: false });
const [error] = await once(kept.resume(), 'error');
console.log(error.code, kept.destroyed, kept.closed, kept.autoClose);
