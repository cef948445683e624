// In object mode a chunk has the encoding that it was given, known or not, or none.
const { Transform, Writable } = require('stream');
const objectMode = true;
const write = (chunk, encoding, done) => {
  console.log(chunk, encoding);
  done();
};
const objects = new Writable({ objectMode, write });
objects.write({});
objects.write('a', () => console.log('written'));
objects.write('a', 'hex');
objects.write('a', 'unknown');
objects.write(new Uint8Array(1));
objects.end('e');
const gathered = new Writable({
  objectMode,
  writev(chunks, done) {
    console.log(chunks.map(({ encoding }) => encoding));
    done();
  },
});
gathered.cork();
for (const encoding of [undefined, 'latin1', () => {}]) gathered.write('a', encoding);
gathered.end();
new Transform({ objectMode, transform: write }).write(1);
const bytes = new Writable({ write });
bytes.write('a');
bytes.end(new Uint8Array([98]));
