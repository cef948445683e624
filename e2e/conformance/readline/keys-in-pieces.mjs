import { emitKeypressEvents } from 'node:readline';
import { PassThrough } from 'node:stream';

const input = new PassThrough();
emitKeypressEvents(input);
input.on('keypress', (text, key) => console.log(JSON.stringify(text), JSON.stringify(key)));
const sequences = [
  '\x1b[1;5H',
  '\x1bOa',
  '\x1b[[A',
  '\x1b[3$',
  '\x1b[31m',
  '\x1b\x1b ',
  'é',
  '\x1b[200~',
];
for (const sequence of sequences) for (const each of sequence) input.write(each);
input.write('\x1b');
