const { Duplex, Readable, Writable } = require('node:stream');

const chunks = [];
const sink = new Writable({
  write(chunk, _encoding, done) {
    chunks.push(`${chunk.constructor.name} ${[...chunk]}`);
    done();
  },
});
sink.write('a', (error) => console.log('write', error));
sink.write(new Uint16Array([1, 2]));
sink.write(new DataView(new Uint8Array([7, 8, 9]).buffer, 1));
sink.end((error) => console.log('end', error, chunks));

for (const defaultEncoding of ['utf-9', {}, 5, 'hex', null, undefined]) {
  for (const Stream of [Readable, Writable]) {
    try {
      new Stream({ defaultEncoding });
      console.log(Stream.name, 'takes', defaultEncoding);
    } catch (error) {
      console.log(Stream.name, error.name, error.code, error.message);
    }
  }
}
try {
  new Writable({ write() {} }).setDefaultEncoding([1]);
} catch (error) {
  console.log(error.code, error.message);
}

sink.on('close', () => {
  const corked = new Duplex({ read() {}, write: (_chunk, _encoding, done) => done() });
  corked.cork();
  corked.write('x', (error) => console.log('corked', error.code));
  corked.destroy();

  const disposed = new Writable({ write() {} });
  disposed.on('error', (error) => console.log('error', error.name, error.code));
  disposed[Symbol.asyncDispose]().then(() => console.log('disposed', disposed.destroyed));
});
