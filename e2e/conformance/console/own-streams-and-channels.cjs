const { channel } = require('node:diagnostics_channel');
const { Writable } = require('node:stream');

channel('console.log').subscribe((args) => {
  args[0].added = true;
});
console.log({ given: 1 });
const texts = [];
const write = (chunk, _encoding, done) => {
  texts.push(String(chunk));
  done();
};
const before = console._stdout;
console._stdout = new Writable({ write });
console.log({ hidden: 1 });
console._stdout = before;
console.log(texts);
console.log(console.warn.name, console.error.name, console.info.name);
console.table({ a: 1, b: 2 }, ['a']);
