// What an `exit` listener of a worker throws is an error of the worker, and leaves its exit code.
const { Worker } = require('node:worker_threads');
const code = `process.on('exit', () => { throw new Error('in exit'); });`;
const run = (before, then) =>
  new Worker(before + code, { eval: true })
    .on('error', ({ message }) => console.log(message))
    .on('exit', (status) => {
      console.log('exit', status);
      then?.();
    });
run('', () => run('process.exitCode = 5;'));
