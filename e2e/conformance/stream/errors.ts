import { PassThrough, Writable } from 'node:stream';

const bad = new Writable({
  write(_chunk, _encoding, done) {
    done(new Error('bad'));
  },
});
bad.on('error', (error) => console.log('error', error.message));
bad.on('close', () => console.log('close', bad.destroyed, bad.errored?.message));
bad.write('a', (error) => console.log('callback', error?.message));

const ended = new PassThrough();
ended.end();
ended.on('error', (error: NodeJS.ErrnoException) => console.log(error.code, String(error)));
ended.write('x');
for (const chunk of [null, 5]) {
  try {
    new PassThrough().write(chunk);
  } catch (error) {
    console.log((error as NodeJS.ErrnoException).code, (error as Error).message);
  }
}
