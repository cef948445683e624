// Stats with BigInts, dates that may be replaced, and Stats made by hand.
const fs = require('node:fs');
const { join } = require('node:path');
const { tmpdir } = require('node:os');

const file = join(fs.mkdtempSync(join(tmpdir(), 'stats-')), 'file');
fs.writeFileSync(file, 'text');
for (const [atime, mtime] of [
  [1, 2],
  [new Date(-1500), new Date(-40_691)],
  ['-1', '2.5'],
  [1_713_037_251.36, 0.25],
]) {
  fs.utimesSync(file, atime, mtime);
  const { atimeMs, mtimeMs, atime: date } = fs.statSync(file);
  const big = fs.statSync(file, { bigint: true });
  console.log(Math.round(atimeMs), Math.round(mtimeMs), date.toISOString());
  console.log(big.mtimeMs, big.mtime.getTime(), big.mtimeNs / 1_000_000n === big.mtimeMs);
}
// A negative number, unlike a date, stands for now.
fs.utimesSync(file, 1, -1);
console.log(Date.now() - fs.statSync(file).mtimeMs < 60_000);
const big = fs.statSync(file, { bigint: true });
console.log(Object.keys(big), big.size, big.mode, big.isFile(), big.isDirectory());
console.log(big.constructor.name, big instanceof fs.Stats);
const descriptor = fs.openSync(file);
console.log(fs.fstatSync(descriptor, { bigint: true }).size, fs.lstatSync(file).size);
fs.closeSync(descriptor);
const stats = fs.statSync(file);
stats.mtime = 5;
console.log(stats.mtime, Object.keys(stats).slice(-2), stats.atime === stats.atime);
console.log(fs.statSync('none', { bigint: true, throwIfNoEntry: false }));
fs.stat(file, { bigint: true }, (error, { nlink }) => console.log(error, nlink));
