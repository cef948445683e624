// A child that reads from its parent gets the end of its input when the parent has gone.
const { spawn } = require('node:child_process');
if (process.argv[2] === undefined) {
  const child = spawn(process.execPath, [__filename, 'child'], {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  child.on('spawn', () => {
    child.stdin.write('a word', () => process.exit());
  });
} else {
  let text = '';
  process.stdin.on('data', (chunk) => {
    text += chunk;
  });
  process.stdin.on('end', () => console.log('end after', text));
}
