/** What every pair of a page shares. Made once, in `define-pair.ts`. */
import type { EditsStore } from './edits-store.ts';
import type { SharedEngine } from './shared-engine.ts';

export interface PlaygroundServices {
  engine: SharedEngine;
  edits: EditsStore;
  /** One sentence for each thing that this browser or page lacks; empty when programs can run. */
  missing: readonly string[];
  /** Fetches the code that the first Run needs, without starting anything. */
  preload(): void;
}
