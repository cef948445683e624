// A child whose channel the parent itself has closed says `exit`, and never `close`.
const { fork } = require('node:child_process');
if (process.argv[2] === 'child') {
  process.on('disconnect', () => process.exit(process.channel === null ? 5 : 6));
  process.send('ready');
} else {
  const child = fork(__filename, ['child']);
  for (const name of ['disconnect', 'exit', 'close']) {
    child.on(name, (...rest) => console.log(name, ...rest));
  }
  child.on('message', () => child.disconnect());
}
