import { spawn } from 'node:child_process';

const code = `
  console.log(process.argv.length, process.stdin.isTTY, process.stdout.isTTY);
  process.stdin.setEncoding('utf8').on('data', (text) => process.stdout.write(text.toUpperCase()));
`;
const child = spawn(process.execPath, ['-e', code, 'argument']);
let output = '';
child.stdout.setEncoding('utf8').on('data', (text) => {
  output += text;
});
for (const name of ['spawn', 'exit', 'close']) child.on(name, (...args) => console.log(name, args));
child.on('close', () => console.log(output));
child.stdin.write('hello ');
child.stdin.end('world\n');
