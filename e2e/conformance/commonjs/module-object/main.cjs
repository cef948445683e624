// What a module knows of itself and of those around it.
const child = require('./child.cjs');

console.log(module.parent, module.id, module.children.length, child.parentIsMain, child.id);
console.log(module.paths.at(-1), module.paths.length === __dirname.split('/').length);
console.log(require.resolve.paths('fs'), require.resolve.paths('./x')[0] === __dirname);
console.log(require.resolve.paths('package')[0] === `${__dirname}/node_modules`);
console.log(
  require.main === module,
  Object.keys(require.cache).length,
  Object.keys(module).sort().join(),
);
