// disable() takes the store out of the context of now, and so from what was begun in it.
const { AsyncLocalStorage } = require('node:async_hooks');
const { Readable, finished } = require('node:stream');

const storage = new AsyncLocalStorage();
const other = new AsyncLocalStorage();

other.run('other', () => {
  storage.run('store', () => {
    process.nextTick(() => console.log('begun before', storage.getStore(), other.getStore()));
    setImmediate(() => console.log('immediate', storage.getStore(), other.getStore()));
    storage.disable();
    console.log('disabled', storage.getStore(), other.getStore());
    storage.exit(() => console.log('exit', storage.getStore()));
    storage.run('again', () => console.log('run', storage.getStore()));
    console.log('after run', storage.getStore());
  });
  console.log('outside', storage.getStore(), other.getStore());
});

// What was taken out within another store's run stays out when that ends.
other.run('other', () => {
  storage.run('store', () => {
    new AsyncLocalStorage().run('third', () => storage.disable());
    console.log('after a third', storage.getStore(), other.getStore());
  });
  console.log('outside', storage.getStore(), other.getStore());
});

// The callback of finished() sees the store of the call.
const readable = new Readable({ read() {} });
storage.run('finished', () => {
  finished(readable, () => console.log('without options', storage.getStore()));
  finished(readable, { writable: false }, () => console.log('options', storage.getStore()));
});
readable.on('close', () => console.log('close', storage.getStore()));
readable.destroy();
