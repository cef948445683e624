// The parent hears of the end of the channel before the end of a child that was killed.
const { fork } = require('node:child_process');
if (process.argv[2] === 'child') {
  process.send('ready');
  setInterval(() => {}, 1000);
} else {
  const child = fork(__filename, ['child']);
  for (const name of ['disconnect', 'exit', 'close']) {
    child.on(name, (...rest) => console.log(name, child.connected, child.signalCode, ...rest));
  }
  child.on('message', () => child.kill('SIGKILL'));
}
