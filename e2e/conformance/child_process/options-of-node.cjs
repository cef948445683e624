// Options of node: what is unknown ends with code 9, what is known has its effect.
const { spawnSync } = require('child_process');
const { writeFileSync } = require('fs');

writeFileSync('first.cjs', 'console.log("preloaded"); globalThis.first = 1;');
const run = (args, options = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    ...options,
  });
  const words = stderr.replaceAll(process.execPath, 'node').replace(/node:\d+/g, 'node:pid');
  console.log(args[0], status, JSON.stringify(stdout), JSON.stringify(words.split('\n')[0]));
};
run(['--no-such-option', '-e', '1']);
run(['-r', './first.cjs', '-e', 'console.log(first)']);
run(['--import', './first.cjs', '-e', 'console.log(first)']);
run(['--input-type=module', '-e', 'import { sep } from "path"; console.log(sep, typeof require)']);
run(['--no-deprecation', '-e', 'process.emitWarning("old", "DeprecationWarning")']);
run(['--no-warnings', '-e', 'process.emitWarning("unseen")']);
run([
  '--throw-deprecation',
  '-e',
  'process.on("uncaughtException", (e) => console.log(e.name)); process.emitWarning("old", "DeprecationWarning")',
]);
run([
  '--unhandled-rejections=none',
  '-e',
  'Promise.reject(new Error("quiet")); setTimeout(() => console.log("on"), 20)',
]);
run(['-'], { input: 'console.log("from standard input", process.argv.length)' });
run([], { input: 'console.log(typeof require, __filename)' });
run(['-p', 'process.execArgv'], { env: { ...process.env, NODE_OPTIONS: '--require ./first.cjs' } });
