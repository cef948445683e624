import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';

const input = new PassThrough();
const lines = createInterface({ input });
for (const name of ['line', 'pause', 'resume', 'close']) {
  lines.on(name, (...args) => console.log(name, ...args));
}
console.log(lines.terminal, lines.closed, lines.getPrompt());
input.write('one\ntw');
input.write(Buffer.from('o €\r').subarray(0, 4));
input.write(Buffer.from('€\r').subarray(1));
input.write('\nthree\rfour\u2028');
setImmediate(() => {
  lines.pause();
  lines.resume();
  input.end('last without end');
});
lines.on('close', () => {
  for (const use of [
    () => lines.prompt(),
    () => lines.question('?', () => {}),
    () => lines.write('x'),
  ]) {
    try {
      use();
      console.log('fine');
    } catch (error) {
      console.log(error.code, error.message);
    }
  }
});
