// Which import attributes are refused, and how; a file that declares what a CommonJS wrapper declares is an ES module.
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const css = 'data:text/css,';
const js = 'data:text/javascript,export{}';
const json = 'data:application/json,1';
(async () => {
  for (const [url, attributes] of [
    [css, { type: 'css' }],
    [css, { other: 'value' }],
    [js, { type: 'json' }],
    [js, { type: 'unknown' }],
    [json, {}],
    [json, { type: 'unknown' }],
    [json, { type: 'json' }],
  ]) {
    await import(url, { with: attributes }).then(
      (namespace) => console.log(namespace.default),
      ({ name, code }) => console.log(name, code),
    );
  }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wrapped-'));
  const file = path.join(folder, 'both.js');
  fs.writeFileSync(file, 'exports.x = 1;\nconst require = () => {};\n');
  try {
    require(file);
  } catch ({ name, message }) {
    console.log(name, message);
  }
  fs.rmSync(folder, { recursive: true });
})();
