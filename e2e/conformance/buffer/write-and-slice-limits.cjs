// What the methods for one encoding refuse, and which encodings there are not.
const attempt = (name, call) => {
  try {
    console.log(name, call());
  } catch (error) {
    console.log(name, error.name, error.code, error.message);
  }
};
for (const encoding of ['ascii', 'latin1', 'utf8', 'ucs2', 'base64', 'base64url', 'hex']) {
  for (const range of [[0, -1], [-1, 1], [9, 1], [4, 0], [2], []]) {
    attempt(`${encoding}Write ${range}`, () =>
      Buffer.alloc(4)[`${encoding}Write`]('6161', ...range),
    );
    attempt(`${encoding}Slice ${range}`, () => Buffer.from('abcd')[`${encoding}Slice`](...range));
  }
  attempt(encoding, () => Buffer.from('abcd')[`${encoding}Slice`](0, 5));
}
for (const encoding of [null, '', 0, 'utf-9', undefined, 'UCS-2']) {
  attempt(`toString ${encoding}`, () => Buffer.from('abcd').toString(encoding));
}
console.log(
  Buffer.alloc(10).fill('abc'),
  Buffer.alloc(7).fill('ab', 2, 6),
  Buffer.alloc(3).fill('abcdef'),
);
