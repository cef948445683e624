// differs: module has no parent and no paths
const path = require('path');
console.log(
  module.id,
  module.loaded,
  module.children.length,
  module.exports === exports,
  this === exports,
);
console.log(
  path.basename(__filename),
  __dirname === path.dirname(__filename),
  require.main === module,
  module.filename === __filename,
);
const child = require('./child.cjs');
console.log(child, module.children.length, module.children[0].loaded);
console.log(
  typeof require.resolve,
  typeof require.cache,
  arguments.length,
  module.constructor.name,
  Array.isArray(module.paths),
);
console.log(
  module.isPreloading,
  require('module') === module.constructor,
  path.basename(module.path) !== '',
);
