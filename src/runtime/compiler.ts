/** The compiler as the runtime loads it on demand: see `COMPILER_PATH`. */
export { compile } from './compile/compile.ts';
