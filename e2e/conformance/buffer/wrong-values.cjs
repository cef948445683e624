// Numbers where bigints are wanted, and memory that only looks like it.
const attempt = (call) => {
  try {
    console.log(call());
  } catch (error) {
    // What JavaScript itself throws has the words of each engine.
    console.log(error.name, error.code, error.code && error.message);
  }
};
for (const value of ['bad', '9', 5, null, undefined, 2n ** 64n]) {
  attempt(() => Buffer.alloc(8).writeBigUInt64LE(value));
  attempt(() => Buffer.alloc(8).writeBigInt64BE(value, 'x'));
}
function Memory() {}
Object.setPrototypeOf(Memory.prototype, ArrayBuffer.prototype);
attempt(() => Buffer.from(new Memory()));
attempt(() => Buffer.from(new ArrayBuffer(4), 5));
attempt(() => Buffer.from(new ArrayBuffer(4), 1, 4));
