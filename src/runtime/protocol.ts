/** All that the engine's host side knows of the runtime. */

/** The attribute in which a mounted file carries its compiled form (`CompiledModule` as JSON). */
export const COMPILED_ATTRIBUTE = 'node.compiled';
/** Where the host provides the compiler, on demand: most programs were compiled before. */
export const COMPILER_PATH = '/usr/lib/interleave/compiler.js';
/** Where it provides the parts of the runtime (`node/parts`), on demand likewise. */
export const PART_PATHS = {
  children: '/usr/lib/interleave/children.js',
  crypto: '/usr/lib/interleave/crypto.js',
  extras: '/usr/lib/interleave/extras.js',
  inspect: '/usr/lib/interleave/inspect.js',
  library: '/usr/lib/interleave/library.js',
} as const;

export { firstReadsOf } from '../node/internal/first-reads.ts';
export { EXEC_PATH, EXEC_TEXT } from '../node/internal/version.ts';

/** What a channel of a worker says to those of the others, where the browser's own cannot. */
export interface Broadcast {
  broadcast: string;
  /** Gets nothing of it. */
  sender: string;
  data: unknown;
}
