import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';

const input = new PassThrough();
const output = new PassThrough();
let text = '';
output.on('data', (chunk) => {
  text += chunk;
});
const commands = ['start', 'status', 'stop'];
const completer = (line) => [commands.filter((each) => each.startsWith(line)), line];
const lines = createInterface({ input, output, terminal: true, prompt: '', completer });
lines.on('line', (line) => console.log(JSON.stringify(line)));
const show = () => {
  console.log(JSON.stringify(text), JSON.stringify(lines.line), lines.cursor);
  text = '';
};
for (const keys of [
  's\t',
  '\t',
  '\t',
  'o\t',
  '\r',
  'foo bar.baz',
  '\x1bb',
  '\x1bd',
  '\x17',
  '\x19',
]) {
  input.write(keys);
  show();
}
for (const keys of [
  '\x1f',
  '\x15',
  '\x19',
  '\x0c',
  '日本\x1b[D',
  '\x1b[H\x1b[3~',
  '\x1b[A',
  '\x1b[B',
]) {
  input.write(keys);
  show();
}
