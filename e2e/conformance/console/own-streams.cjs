const { Console } = require('node:console');
const { Writable } = require('node:stream');

const sink = (name) =>
  new Writable({
    write(chunk, _encoding, done) {
      process.stdout.write(`${name}: ${chunk}`);
      done();
    },
  });
const own = new Console({ stdout: sink('out'), stderr: sink('err'), groupIndentation: 4 });
own.log('%s has %d', 'list', 2, { a: 1 });
own.warn('careful');
own.group('group');
own.info('inside');
own.groupEnd();
own.count();
console.log(own instanceof Console, console instanceof Console, {} instanceof Console);
console.log(Console(process.stdout) instanceof Console);
new Console({ stdout: sink('colored'), colorMode: true }).log([1]);
for (const wrong of [{}, { stdout: process.stdout, colorMode: 'red' }]) {
  try {
    new Console(wrong);
  } catch (error) {
    console.log(error.code);
  }
}
const broken = new Writable({
  write(_chunk, _encoding, done) {
    done(new Error('broken'));
  },
});
new Console(broken).log('ignored');
setImmediate(() => console.log('still here'));
