import { emitKeypressEvents } from 'node:readline';
import { PassThrough } from 'node:stream';

const input = new PassThrough();
emitKeypressEvents(input);
input.on('keypress', (text, key) =>
  console.log(text, key.name, key.ctrl, key.meta, key.shift, key.code),
);
for (const keys of [
  'aZ5',
  '\r',
  '\n',
  '\t',
  '\x7f',
  '\x03',
  '\x1b[A',
  '\x1b[1;5C',
  '\x1b[3~',
  '\x1bOH',
  '\x1b[Z',
  ' ',
  '€',
  '\x1bf',
  '!',
]) {
  input.write(keys);
}
