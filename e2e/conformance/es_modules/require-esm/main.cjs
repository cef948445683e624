const namespace = require('./sync.mjs');
console.log(namespace.default, namespace.named, namespace.__esModule);
try {
  require('./async.mjs');
} catch (error) {
  console.log(error.code);
}
console.log(require('./module-exports.mjs'));
import('./sync.mjs').then((again) => console.log(again.named === namespace.named));
