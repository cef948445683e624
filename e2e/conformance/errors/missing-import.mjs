// silent: the error on standard error is all there is
process.on('exit', (code) => console.log('never', code));

import './nowhere.mjs';
