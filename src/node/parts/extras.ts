/**
 * The part that holds what few programs ask for. It may share modules with the thread's script, and
 * none with the library: a class that stood in both would be two classes.
 */
export { importHint } from '../internal/import-hint.ts';
export { createLocks } from '../internal/locks.ts';
export { buffersIn, unsharedCopy } from '../internal/unshared-copy.ts';
export { windowsPathOf, windowsUrlPath } from '../internal/windows-urls.ts';
export { createWin32Path } from '../path-win32.ts';
export { createTest } from '../test.ts';
