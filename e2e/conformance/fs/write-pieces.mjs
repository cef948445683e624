// writeFile() of promises takes streams and iterables, and stops when it is aborted.
import { mkdtempSync, readFileSync } from 'node:fs';
import { appendFile, open, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

const file = join(mkdtempSync(join(tmpdir(), 'pieces-')), 'file');
const show = () => console.log(JSON.stringify(readFileSync(file, 'latin1')));
async function* slowly(...pieces) {
  for (const piece of pieces) {
    await null;
    yield piece;
  }
}
await writeFile(file, ['a', Buffer.from('b'), 'c']);
show();
await writeFile(file, Readable.from(['one ', 'two']));
show();
await writeFile(file, slowly('ü', 'mlaut'), 'latin1');
show();
await appendFile(file, slowly(' and', ' more'));
show();
const handle = await open(file, 'w');
await handle.writeFile(slowly('by ', 'a handle'));
await handle.close();
show();
for (const data of [[5], [null], [{}], 5, {}, null]) {
  await writeFile(file, data).catch(({ code, message }) => console.log(code, message));
}
for (const data of ['text', slowly('never')]) {
  const signal = AbortSignal.abort('enough');
  await writeFile(file, data, { signal }).catch((error) =>
    console.log(error.name, error.code, error.message, error.cause),
  );
}
const controller = new AbortController();
async function* abortingly() {
  yield 'first';
  controller.abort();
  yield 'second';
}
const { signal } = controller;
await writeFile(file, abortingly(), { signal }).catch(({ name }) => console.log(name));
show();
await writeFile(file, '', { signal: 5 }).catch(({ message }) => console.log(message));
