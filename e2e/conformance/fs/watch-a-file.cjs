const fs = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const file = join(fs.mkdtempSync(join(tmpdir(), 'watched-')), 'file');
for (const args of [[], [file], [file, {}], [file, { interval: 'a' }, () => {}], [5, () => {}]]) {
  try {
    fs.watchFile(...args);
  } catch (error) {
    console.log(error.code, error.message);
  }
}

// A file that is not there is told of once, with zeros; then what becomes of it.
const steps = [
  () => fs.writeFileSync(file, 'first'),
  () => fs.writeFileSync(file, 'second, longer'),
  () => fs.rmSync(file),
  () => fs.unwatchFile(file),
];
const watcher = fs.watchFile(file, { interval: 5 }, (current, previous) => {
  console.log(previous.size, current.size, current.ino > 0, current.mode === 0);
  steps.shift()?.();
});
watcher.on('stop', () => {
  console.log('stopped');
  watcher.stop();
});
console.log(watcher.constructor.name, fs.watchFile(file, () => {}) === watcher);

// What is not waited for does not keep the program alive.
fs.watchFile(join(file, 'other'), { persistent: false }, () => {});
fs.unwatchFile('never watched');
