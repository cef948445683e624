console.log(
  require('plain'),
  require('plain/sub.js'),
  require('scoped-exports'),
  require('scoped-exports/feature'),
);
try {
  require('scoped-exports/hidden.js');
} catch (error) {
  console.log(error.code);
}
import('scoped-exports').then((namespace) => console.log(namespace.default));
