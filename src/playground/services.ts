/** What the terminals of a page share, made where one of them first needs it. */
import type { Engine } from '../engine/engine.ts';
import { EditsStore } from './edits-store.ts';

export interface PlaygroundServices {
  /** The page's one engine, started by the first Run; after a failure the next call tries again. */
  openEngine(): Promise<Engine>;
  edits: EditsStore;
  /** Fetches the code that the first Run needs, without starting anything. */
  preload(): void;
}

const loadEngine = () => import('../engine/select.ts');

export function createServices(): PlaygroundServices {
  return {
    openEngine: async () => (await loadEngine()).openEngine(),
    edits: new EditsStore(() => localStorage),
    preload() {
      // A failure shows when Run needs the code; there is nothing to say before.
      Promise.all([loadEngine(), import('./terminal.ts')]).catch(() => undefined);
    },
  };
}
