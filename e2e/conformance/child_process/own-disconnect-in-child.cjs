// After its own `disconnect()` a child has no channel, at once, and sending fails.
const { fork } = require('node:child_process');
if (process.argv[2] === 'child') {
  process.on('disconnect', () => console.log('disconnect', process.connected, process.channel));
  process.disconnect();
  console.log(process.connected, process.channel);
  process.send('text', ({ code }) => console.log(code));
} else {
  const child = fork(__filename, ['child']);
  for (const name of ['exit', 'close']) child.on(name, (...rest) => console.log(name, ...rest));
}
