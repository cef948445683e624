// A decoder is made of any object, and shows its state.
const { StringDecoder } = require('string_decoder');
const own = Object.create(StringDecoder.prototype);
StringDecoder.call(own, 'UTF-16LE');
console.log(
  own,
  own.write(Buffer.from('3DD8', 'hex')) === '',
  own.lastNeed,
  own.lastTotal,
  own.lastChar,
);
console.log(own.write(Buffer.from('4DDC', 'hex')), own.end() === '');

const decoder = new StringDecoder();
console.log(
  decoder.write(Buffer.from([0xe2, 0x82])) === '',
  decoder,
  decoder.lastNeed,
  decoder.lastTotal,
);
console.log(decoder.text(Buffer.from('abc'), 1), decoder.lastNeed, decoder.end() === '');
for (const bytes of ['f69b', 'd1', 'c1', '41f2', 'f4', 'bde5'])
  console.log(JSON.stringify(decoder.write(Buffer.from(bytes, 'hex'))));
console.log(JSON.stringify(decoder.end()));
const pairs = new StringDecoder('utf16le');
console.log(JSON.stringify([pairs.write(Buffer.from('3DD84D', 'hex')), pairs.end()]));
for (const call of [
  () => new StringDecoder(1),
  () => decoder.write(null),
  () => StringDecoder.prototype.write(Buffer.from('a')),
]) {
  try {
    call();
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
