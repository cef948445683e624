import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

const root = mkdtempSync(join(tmpdir(), 'conform-'));
const writer = createWriteStream(join(root, 'a'));
writer.on('finish', () => console.log('finish', writer.bytesWritten));
writer.write('first ');
writer.end('second');
await new Promise((resolve) => writer.on('close', resolve));
await pipeline(createReadStream(join(root, 'a'), { start: 2 }), createWriteStream(join(root, 'b')));
console.log(readFileSync(join(root, 'b'), 'utf8'));
for await (const chunk of createReadStream(join(root, 'b'), {
  encoding: 'utf8',
  highWaterMark: 4,
})) {
  console.log(chunk);
}
createReadStream(join(root, 'none')).on('error', (error) => {
  console.log(error.code);
  rmSync(root, { recursive: true });
});
