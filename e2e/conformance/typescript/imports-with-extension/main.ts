import { helper, type Options } from './helper.ts';

import cjs = require('./nothing.cts');
const options: Options = { n: 2 };
console.log(helper(options), cjs);
