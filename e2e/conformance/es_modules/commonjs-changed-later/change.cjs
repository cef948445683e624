require('./number.cjs');
require.cache[require.resolve('./number.cjs')].exports = 2;
require('./object.cjs').now = 'changed in place';
