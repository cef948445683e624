const fs = require('fs');
const { createRequire, isBuiltin } = require('module');
const os = require('os');
const path = require('path');
const root = fs.mkdtempSync(path.join(os.tmpdir(), 'conform-'));
const write = (name, text) => {
  fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  fs.writeFileSync(path.join(root, name), text);
};
write('package.json', '{"imports":{"#own":"./own.js"}}');
write('own.js', 'module.exports = "own";');
write(
  'node_modules/dual/package.json',
  '{"exports":{".":{"import":"./i.mjs","require":"./r.cjs"},"./deep/*":"./d/*.js"}}',
);
write('node_modules/dual/r.cjs', 'exports.kind = "required";');
write('node_modules/dual/d/x.js', 'exports.kind = "deep";');
write('node_modules/main/package.json', '{"main":"lib"}');
write('node_modules/main/lib/index.js', 'exports.kind = "main";');
const require2 = createRequire(path.join(root, 'program.js'));
for (const name of ['#own', 'dual', 'dual/deep/x', 'dual/no', 'main', 'absent', '#none']) {
  try {
    console.log(name, require2(name));
  } catch (error) {
    console.log(name, error.code);
  }
}
console.log(isBuiltin('fs'), isBuiltin('node:fs'), isBuiltin('dual'));
fs.rmSync(root, { recursive: true });
