process.on('exit', (code) => console.log('never', code));

import './nowhere.mjs';
