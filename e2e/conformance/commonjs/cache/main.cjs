const first = require('./counter');
const second = require('./counter.js');
console.log(first === second, first.n, Object.keys(require.cache).length);
delete require.cache[require.resolve('./counter')];
console.log(require('./counter').n);
try {
  require('./throws');
} catch (error) {
  console.log(error.message);
}
try {
  require('./throws');
} catch (error) {
  console.log(error.message);
}
require.cache[require.resolve('./counter')] = { exports: 'replaced' };
console.log(require('./counter'));
