// fs.watchFile tells stats with BigInts where they are asked for.
const fs = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const file = join(fs.mkdtempSync(join(tmpdir(), 'watched-')), 'file');
fs.writeFileSync(file, 'one');
fs.watchFile(file, { bigint: true, interval: 5 }, (current, previous) => {
  console.log(previous.size, current.size, typeof current.mtimeNs);
  fs.unwatchFile(file);
});
setTimeout(() => fs.writeFileSync(file, 'longer'), 50);
