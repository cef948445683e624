// What the constructor of a worker takes without a word: Node checks few of its options.
const { Worker } = require('node:worker_threads');
for (const options of [
  3,
  [],
  { argv: null, execArgv: null, name: null },
  { name: 0 },
  { transferList: 3 },
  { stdin: 'yes', stdout: 1 },
]) {
  const worker = new Worker('/no/such/file.js', options);
  worker.on('error', () => {});
  console.log(worker.threadName);
  worker.terminate();
}
const named = new Worker('0', { eval: 'yes', name: '  spaced  ' });
console.log(named.threadName);
for (const options of [{ eval: 1 }, { argv: 3 }, { execArgv: 'x' }, { name: 3 }]) {
  try {
    new Worker(new URL('file:///no/such/file.js'), options);
  } catch ({ code, message }) {
    console.log(code, message);
  }
}
