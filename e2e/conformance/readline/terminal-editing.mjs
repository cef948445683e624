import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';

const input = new PassThrough();
const output = new PassThrough();
output.resume();
const lines = createInterface({ input, output, terminal: true });
lines.on('line', (line) => console.log(JSON.stringify(line)));
lines.on('SIGINT', () => console.log('SIGINT', JSON.stringify(lines.line), lines.cursor));
lines.on('close', () => console.log('close', lines.history));
for (const keys of [
  'hellp\x7fo\r',
  'abc\x1b[D\x1b[DX\r',
  '\x1b[A\x1b[A!\r',
  'one two\x17three\r',
  'ab\x01_\x05_\x0bz\r',
  'half\x03',
  '\x15',
  '\x04',
]) {
  input.write(keys);
}
