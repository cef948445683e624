// What promisify() makes of functions with a form of their own has their names.
const { promisify } = require('node:util');
const { exec, execFile } = require('node:child_process');

for (const each of [exec, execFile, setTimeout, setImmediate]) console.log(promisify(each).name);
