import * as a from './a.mjs';

await null;
export const fromB = `b ran ${typeof a}`;
