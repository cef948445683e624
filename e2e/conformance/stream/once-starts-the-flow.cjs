// once('data') and once('readable') set a stream going as on() does; so does what prependOnceListener adds by way of its stream.
const { EventEmitter } = require('node:events');
const { PassThrough, Readable } = require('node:stream');
Readable.from(['a', 'b']).once('data', (chunk) => console.log('data', chunk));
const through = new PassThrough();
through.once('readable', () => console.log('readable', String(through.read())));
through.write('x');
class Counting extends EventEmitter {
  on(name, listener) {
    console.log('on', name);
    return super.on(name, listener);
  }
  prependListener(name, listener) {
    console.log('prepend', name);
    return super.prependListener(name, listener);
  }
}
const counting = new Counting();
console.log(counting.once('a', () => console.log('a')) === counting);
counting.prependOnceListener('a', () => console.log('first'));
counting.emit('a');
console.log(counting.listenerCount('a'));
