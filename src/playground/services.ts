/** What every pair of a page shares. Made once, in `define-pair.ts`. */
import type { Engine } from '../engine/engine.ts';
import type { EditsStore } from './edits-store.ts';

export interface PlaygroundServices {
  /** The page's one engine, started by the first Run; after a failure the next call tries again. */
  openEngine(): Promise<Engine>;
  edits: EditsStore;
  /** One sentence for each thing that this browser or page lacks; empty when programs can run. */
  missing: readonly string[];
  /** Fetches the code that the first Run needs, without starting anything. */
  preload(): void;
}
