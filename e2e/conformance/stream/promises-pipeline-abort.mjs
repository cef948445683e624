// An aborted pipeline rejects and destroys its streams.
import { Readable, Writable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';

const controller = new AbortController();
const source = new Readable({ read() {} });
const target = new Writable({ write: (chunk, encoding, done) => done() });
const done = pipeline(source, target, { signal: controller.signal });
controller.abort();
await done.catch((error) => console.log(error.name, error.code));
console.log(source.destroyed, target.destroyed);
await finished(Readable.from(['a']).resume());
console.log('finished');
