export * as space from './leaf.mjs';
export { default, x } from './leaf.mjs';

const text = 'named by a string';

export { text as 'a string' };
