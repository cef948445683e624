console.log(Buffer.from('hé'), Buffer.alloc(60), { part: Buffer.from('abc').subarray(1) });
console.log(Buffer.from('aGk_', 'base64url').toString('latin1'), JSON.stringify(Buffer.from('a')));
const shared = new SharedArrayBuffer(2);
Buffer.from(shared)[1] = 7;
console.log(new Uint8Array(shared), Buffer.isBuffer(Buffer.from(shared)));
for (const mistake of [
  () => Buffer.from(5 as never),
  () => Buffer.alloc(-1),
  () => Buffer.alloc(2).readUInt16LE(1),
  () => Buffer.alloc(2).writeUInt8(256),
]) {
  try {
    mistake();
  } catch (error) {
    console.log((error as NodeJS.ErrnoException).code, (error as Error).message);
  }
}
