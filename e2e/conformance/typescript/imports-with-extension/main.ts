import { helper, type Options } from './helper.ts';

import cjs from './nothing.cts';

const options: Options = { n: 2 };
console.log(helper(options), cjs);
