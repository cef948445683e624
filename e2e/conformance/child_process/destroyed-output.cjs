// A parent that destroys its end of a child's output: the child's next write fails.
const { spawn } = require('node:child_process');
if (process.argv[2] === undefined) {
  const child = spawn(process.execPath, [__filename, 'child'], {
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  child.stderr.once('data', (text) => {
    console.log('parent:', String(text).slice(0, 4));
    child.stderr.destroy();
  });
  child.stderr.on('close', () => console.log('parent: destroyed'));
  child.on('exit', (code) => console.log('parent: exit', code));
  child.on('close', (code) => console.log('parent: close', code));
} else {
  process.stderr.on('error', ({ code }) => process.exit(code === 'EPIPE' ? 7 : 8));
  setInterval(() => process.stderr.write('tick'), 1);
}
