import fs, { existsSync } from 'node:fs';
import { createRequire, Module, syncBuiltinESMExports } from 'node:module';

const before = fs.existsSync;
fs.existsSync = () => 'mine';
console.log(existsSync === before);
syncBuiltinESMExports();
console.log(existsSync());
fs.existsSync = before;
syncBuiltinESMExports();
console.log(existsSync === before);
console.log(new Module('x').require('node:fs') === fs, createRequire(import.meta.url)('fs') === fs);
