require('./first.mjs');
