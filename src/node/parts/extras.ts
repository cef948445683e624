/**
 * The part that holds what few programs ask for. It may share modules with the thread's script, and
 * none with the library: a class that stood in both would be two classes.
 */
export { unsharedCopy } from '../internal/unshared-copy.ts';
export { createTest } from '../test.ts';
