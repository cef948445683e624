import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';

for await (const line of createInterface({ input: Readable.from(['a\nb', '\nc\n', 'd']) })) {
  console.log(line);
}
const lines = createInterface({ input: Readable.from(['1\n2\n3\n']) });
lines.on('close', () => console.log('close'));
for await (const line of lines) {
  console.log(line);
  if (line === '2') break;
}
console.log(lines.closed);
