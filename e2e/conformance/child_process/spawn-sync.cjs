// The synchronous forms: results, encodings, input, limits, and what is thrown.
const { execFileSync, execSync, spawnSync } = require('child_process');

const node = process.execPath;
const show = ({ pid, error, ...rest }) => {
  console.log(rest, typeof pid, pid > 0);
  if (error) console.log(error.code, error.errno, error.spawnargs.length);
};
show(spawnSync(node, ['-e', 'console.log("out"); console.error("err"); process.exitCode = 3']));
show(
  spawnSync(node, ['-e', 'process.stdin.pipe(process.stdout)'], {
    input: 'typed\n',
    encoding: 'utf8',
  }),
);
show(spawnSync(node, ['-e', 'process.kill(process.pid, "SIGTERM")'], { encoding: 'utf8' }));
show(spawnSync(node, ['-e', 'setInterval(() => {}, 1000)'], { timeout: 1000, encoding: 'utf8' }));
show(spawnSync(node, ['-e', 'console.log("x".repeat(50))'], { stdio: ['pipe', 'ignore', 'pipe'] }));
show(spawnSync('no-such-program', ['one']));
show(spawnSync(node, [], { cwd: '/no/such/folder' }));
const cut = spawnSync(node, ['-e', 'console.log("x".repeat(50))'], { maxBuffer: 10 });
console.log(cut.error.code, cut.status, cut.stdout.length);

console.log(String(execFileSync(node, ['-e', 'console.log(process.argv.length)', 'a', 'b'])));
console.log(execSync(`"${node}" -p "6*7"`, { encoding: 'utf8' }));
console.log(execSync('echo from the shell', { encoding: 'utf8' }));
for (const attempt of [
  () => execFileSync(node, ['-e', 'process.exit(4)']),
  () => execSync('node -e "process.exit(5)"', { stdio: 'pipe' }),
  () => execFileSync('no-such-program'),
  () => spawnSync(node, [], { stdio: ['pipe', 'pipe', 'pipe', 'ipc'] }),
  () => spawnSync(node, [], { maxBuffer: -1 }),
  () => spawnSync(node, [], { input: 5 }),
  () => spawnSync(5),
  () => spawnSync(node, ['a\0b']),
]) {
  try {
    attempt();
  } catch (error) {
    console.log(error.code, error.status, error.message.replaceAll(node, 'node'));
  }
}
setImmediate(() => console.log('the loop turns again'));
