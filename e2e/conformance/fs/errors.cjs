const fs = require('fs');
const os = require('os');
const path = require('path');
const root = fs.mkdtempSync(path.join(os.tmpdir(), 'conform-'));
process.chdir(root);
fs.mkdirSync('d/e', { recursive: true });
fs.writeFileSync('f', 'text');
const attempts = [
  () => fs.readFileSync('no'),
  () => fs.readFileSync('d'),
  () => fs.readFileSync('f/x'),
  () => fs.mkdirSync('d'),
  () => fs.rmdirSync('d'),
  () => fs.unlinkSync('no'),
  () => fs.renameSync('no', 'x'),
  () => fs.openSync('f', 'wx'),
  () => fs.closeSync(9999),
  () => fs.readFileSync({}),
];
for (const attempt of attempts) {
  try {
    attempt();
  } catch ({ code, errno, syscall, path: at, dest, message }) {
    console.log(code, errno, syscall, at, dest, message);
  }
}
process.chdir('/');
fs.rmSync(root, { recursive: true });
console.log(fs.existsSync(root));
