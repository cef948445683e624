// Where bytes are found: UTF-16 by whole units, offsets from both ends, the encoding in the offset's place.
const wide = Buffer.from('abcabc', 'utf16le');
console.log(
  wide.indexOf('b', 0, 'utf16le'),
  wide.indexOf('b', 3, 'ucs2'),
  wide.indexOf('bc', 'ucs2'),
);
console.log(
  Buffer.from('ff').indexOf(Buffer.from('f'), 1, 'ucs2'),
  Buffer.from([0, 97, 0]).indexOf('a', 'ucs2'),
);
console.log(
  wide.lastIndexOf('b', -6, 'ucs2'),
  wide.lastIndexOf('c', 'ucs2'),
  wide.includes('ca', 5, 'ucs2'),
);

const text = Buffer.from('a man a plan');
for (const offset of [undefined, null, {}, [6], NaN, -1, -7, -12, -13, Infinity, -Infinity, '6']) {
  console.log(
    String(offset),
    text.indexOf('a ', offset === '6' ? 6 : offset),
    text.lastIndexOf('a ', offset === '6' ? 6 : offset),
  );
}
console.log(
  text.indexOf(''),
  text.indexOf('', 99),
  text.lastIndexOf(''),
  text.lastIndexOf('', -99),
  text.indexOf('', 5),
);
console.log(
  text.indexOf(0x161),
  text.indexOf(-159),
  text.lastIndexOf(97.9),
  Buffer.alloc(0).indexOf('a'),
);
console.log(
  text.indexOf('6d', 'hex'),
  text.indexOf('bWFu', 0, 'base64'),
  text.indexOf(Buffer.from('man'), 'nonsense'),
);
for (const search of [
  () => text.indexOf({}),
  () => text.indexOf('a', 'nonsense'),
  () => Buffer.prototype.includes.call({}, 'a'),
]) {
  try {
    search();
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
