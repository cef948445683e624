console.log('main starting');
const a = require('./a.cjs');
const b = require('./b.cjs');
console.log('in main', a.done, b.done);
