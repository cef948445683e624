// Relative paths begin where the program says that it works.
const path = require('path');
process.cwd = () => '/made/up';
console.log(path.resolve(), path.resolve('a', '../b'), path.relative('x', '/made/y'));
process.cwd = () => '';
console.log(
  path.resolve(),
  path.resolve('a', '.', 'b'),
  path.resolve('..'),
  path.resolve('/a', '..'),
);
