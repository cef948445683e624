// `exec` spreads whatever stands for its options; `send` takes an object in second place for a handle.
const { exec, fork } = require('node:child_process');
if (process.argv[2] === 'child') process.once('message', () => process.disconnect());
else {
  for (const rest of [[1], ['text'], [null], [[], 1], [{}, {}]]) {
    try {
      console.log(typeof exec('true', ...rest).pid);
    } catch ({ code, message }) {
      console.log(code, message);
    }
  }
  const child = fork(__filename, ['child'], { execArgv: '' });
  for (const rest of [[{}], [3], [undefined, 3], [null, {}]]) {
    try {
      console.log(child.send('text', ...rest));
    } catch ({ code, message }) {
      console.log(code, message);
    }
  }
}
