const { spawnSync } = require('node:child_process');
const { mkdtempSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { basename, join } = require('node:path');

// What V8 says of a script that is an ES module by its text, and what Node advises beside it.
const folder = mkdtempSync(join(tmpdir(), 'scripts-'));
const scripts = {
  imports: '  import "node:fs";',
  exports: 'const a = 1;\nexport { a };',
  default: 'export default 1;',
  meta: 'import.meta.url;',
  awaits: 'await 1;',
  'awaits-a-call': 'const value = await load();',
  'awaits-nothing': 'const await = 1;\nconsole.log(await);',
};
process.on('warning', ({ name, message }) => console.log(name, message.replaceAll(folder, '')));
for (const [name, text] of Object.entries(scripts)) {
  const path = join(folder, `${name}.cjs`);
  writeFileSync(path, text);
  try {
    require(path);
  } catch (error) {
    console.log(basename(path), error.name, error.message);
  }
}
const { stderr, status } = spawnSync(process.execPath, [join(folder, 'imports.cjs')]);
const lines = String(stderr).split('\n');
console.log(status, lines[0].includes('Failed to load the ES module'), lines.includes('  ^^^^^^'));
