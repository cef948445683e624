// The events of a stream are named in Node's order, whoever listened first.
const { Readable, Writable, Duplex, Transform } = require('stream');
for (const Stream of [Readable, Writable, Duplex, Transform]) {
  const stream = new Stream();
  for (const name of [
    'own',
    'readable',
    'drain',
    'data',
    'finish',
    'end',
    'error',
    'close',
    'pipe',
  ]) {
    stream.on(name, () => {});
  }
  console.log(Stream.name, stream.eventNames().join());
}
console.log(new Readable().eventNames(), new Writable().eventNames());
