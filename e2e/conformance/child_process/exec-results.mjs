import { exec, execFile } from 'node:child_process';
import { promisify } from 'node:util';

const tell = (start) =>
  new Promise((done) =>
    start((error, stdout, stderr) => {
      const { message, code, killed, signal, cmd } = error ?? {};
      console.log({ message, code, killed, signal, cmd, stdout, stderr });
      done();
    }),
  );
await tell((done) => exec('node -p "1 + 1"', done));
await tell((done) => exec('no-such-program --x', done));
const failing = 'console.log("o"); console.error("e"); process.exit(4)';
await tell((done) => execFile('node', ['-e', failing], done));
await tell((done) => execFile('no-such-program', ['x'], done));
const long = ['-e', 'console.log("x".repeat(5000))'];
const limited = await promisify(execFile)('node', long, { maxBuffer: 100 }).catch((e) => e);
console.log(limited.code, limited.message, limited.stdout.length);
console.log(await promisify(execFile)('node', ['-p', '[1, 2].map(String)']));
await promisify(exec)('node -e "process.exit(2)"').catch((error) =>
  console.log(error.code, error.cmd, JSON.stringify(error.stdout)),
);
