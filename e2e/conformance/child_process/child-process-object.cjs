// The class itself: what spawn() of an object refuses, and that it starts a process.
const { ChildProcess } = require('node:child_process');
const attempt = (options) => {
  try {
    new ChildProcess().spawn(options);
  } catch ({ name, code, message }) {
    console.log(name, code, message);
  }
};
for (const options of [undefined, 'node', { file: 1 }, { file: 'x', args: null }]) attempt(options);
attempt({ envPairs: 'A=1', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
const child = new ChildProcess();
console.log(child.pid, child.exitCode, child.connected);
child.spawn({
  file: process.execPath,
  args: ['node', '-e', 'console.log(process.env.WORD, process.argv0)'],
  envPairs: ['WORD=given=once'],
});
console.log(Number.isInteger(child.pid), child.spawnargs.length);
child.stdout.setEncoding('utf8').on('data', (text) => console.log('said', text.trim()));
child.on('close', (code, signal) => console.log('close', code, signal));
