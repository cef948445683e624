export { nothing as something } from './empty.mjs';
