/**
 * The part that starts processes. What it shares with the library (the checks of arguments and
 * options) keeps no state and is no class, so it may stand in both.
 */
export { createChildProcess } from '../child_process.ts';
