import { Duplex, Readable } from 'node:stream';

const given = Buffer.from('hello');
const readable = new ReadableStream({
  start(controller) {
    controller.enqueue(given);
    controller.close();
  },
});
const written = [];
const writable = new WritableStream({ write: (chunk) => void written.push(String(chunk)) });
const duplex = Duplex.fromWeb({ readable, writable });
duplex.on('data', (chunk) => console.log('same bytes', chunk === given));
duplex.end('world');
await new Promise((resolve) => duplex.on('close', resolve));
console.log(written);

const both = Duplex.toWeb(
  new Duplex({
    read() {
      this.push('from it');
      this.push(null);
    },
    write(chunk, _encoding, done) {
      console.log('to it', String(chunk));
      done();
    },
  }),
);
const { value } = await both.readable.getReader().read();
console.log(Buffer.from(value).toString());
await both.writable.getWriter().write('bytes');

for (const pair of [5, null]) {
  try {
    Duplex.fromWeb(pair);
  } catch (error) {
    console.log(error.code, error.message);
  }
}

// Destroying the reader while it reads ends the source too, and nothing is uncaught.
const source = Readable.from(['data']);
const wrapper = Readable.fromWeb(Readable.toWeb(source));
wrapper.on('data', () => wrapper.destroy());
await new Promise((resolve) => wrapper.on('close', resolve));
console.log('closed', source.destroyed);
