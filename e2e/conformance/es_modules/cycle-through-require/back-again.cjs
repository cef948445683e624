require('./imported.mjs');
