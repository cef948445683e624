import { duplexPair, Readable } from 'node:stream';
import { json, text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

console.log(await text(Readable.from(['x', 'y'])), await json(Readable.from(['{"a":', '1}'])));
console.log(
  await Readable.from([1, 2, 3, 4])
    .filter((x: number) => x % 2 === 1)
    .map((x: number) => x * 10)
    .toArray(),
);
await pipeline(
  async function* () {
    yield 'q';
  },
  async function* (source: AsyncIterable<string>) {
    for await (const chunk of source) yield `${chunk}!`;
  },
  async (source: AsyncIterable<string>) => {
    for await (const chunk of source) console.log(chunk);
  },
);
const [near, far] = duplexPair();
far.on('data', (chunk) => console.log('far got', chunk));
near.end('hello');
far.end();
