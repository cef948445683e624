const buffer = require('node:buffer');

const bytes = Buffer.alloc(8);
for (const call of [
  () => bytes.readDoubleLE(Number.POSITIVE_INFINITY),
  () => bytes.readInt16BE(Number.NaN),
  () => bytes.readUInt8(1.5),
  () => bytes.readUIntLE(0, Number.POSITIVE_INFINITY),
  () => bytes.writeIntBE(1, 0, 7),
  () => bytes.writeFloatLE(1, -1),
]) {
  try {
    console.log(call());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
const target = new Uint16Array(2);
console.log(Buffer.from([1, 2, 3, 4]).copy(target), target);
buffer.INSPECT_MAX_BYTES = 2;
console.log(Buffer.from('1234'));
try {
  buffer.INSPECT_MAX_BYTES = -1;
} catch (error) {
  console.log(error.code, error.message);
}
console.log(buffer.INSPECT_MAX_BYTES);
