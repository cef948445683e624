// What no clone can carry arrives as what it shows; an error keeps its name, though not its class.
const { Worker } = require('node:worker_threads');
const { inspect } = require('node:util');
const programs = [
  'throw Symbol("sign")',
  'throw () => 1',
  'throw { method() {} }',
  'throw new AggregateError([], "all")',
  'class Own extends Error {} Own.prototype.name = "Own"; throw new Own("mine")',
  'Promise.reject(4)',
];
(function next(at = 0) {
  if (at === programs.length) return;
  new Worker(programs[at], { eval: true })
    .on('error', (error) => {
      if (error instanceof Error) console.log(error.constructor.name, error.name, error.code);
      else console.log(typeof error, inspect(error));
    })
    .on('exit', () => next(at + 1));
})();
