console.log('main');

import './a.mjs';
import './b.mjs';
import './a.mjs';

console.log('main end');
