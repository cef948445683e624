import { createInterface } from 'node:readline';
import * as promises from 'node:readline/promises';
import { PassThrough } from 'node:stream';

const input = new PassThrough();
const output = new PassThrough();
let shown = '';
output.on('data', (chunk) => {
  shown += chunk;
});
const first = createInterface({ input, output, prompt: 'p> ' });
first.question('name? ', (name) => {
  console.log('hello', name);
  first.on('line', (line) => console.log('line', line));
  first.prompt();
  input.write('after\n');
  setImmediate(() => {
    first.close();
    second();
  });
});
input.write('Ada\n');

async function second() {
  const other = new PassThrough();
  const lines = promises.createInterface({ input: other, output });
  setImmediate(() => other.write('42\n'));
  console.log('answer', await lines.question('number? '));
  const controller = new AbortController();
  setImmediate(() => controller.abort());
  await lines
    .question('never? ', { signal: controller.signal })
    .catch((error) => console.log(error.name, error.code));
  lines.close();
  console.log(JSON.stringify(shown));
}
