console.log(require('./broken.cjs'));
