import { pipeline, Readable, Transform, Writable } from 'node:stream';

const up = new Transform({
  transform(chunk, _encoding, done) {
    done(null, String(chunk).toUpperCase());
  },
});
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('microtask'));
pipeline(
  Readable.from(['a', 'b', 'c']),
  up,
  new Writable({
    write(chunk, _encoding, done) {
      console.log('write', chunk);
      setImmediate(done);
    },
  }),
  (error) => console.log('done', error),
);
for (const name of ['finish', 'end', 'close']) up.on(name, () => console.log(name));
