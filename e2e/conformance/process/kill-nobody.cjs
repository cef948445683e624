// A signal for a process that is not there is refused, and signal 0 only asks.
const { fork } = require('child_process');

console.log(process.kill(process.pid, 0));
for (const pid of [999999, 'x', 2.5, Infinity, {}, null, undefined]) {
  try {
    process.kill(pid);
  } catch ({ code, errno, syscall, message }) {
    console.log(code, errno, syscall, message);
  }
}
if (process.argv[2] === 'child') process.on('message', () => process.disconnect());
else {
  const child = fork(__filename, ['child']);
  console.log(process.kill(child.pid, 0));
  child.send('end');
  child.on('exit', () => {
    try {
      process.kill(child.pid, 0);
    } catch (error) {
      console.log(error.code);
    }
  });
}
