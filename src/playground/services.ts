/** What the terminals of a page share, made where one of them first needs it. */
import type { BootOptions, Engine, EngineName } from '../engine/engine.ts';
import { EditsStore } from './edits-store.ts';

export interface PlaygroundServices {
  /** The page's one engine of that name, started on first use; after a failure tried again. */
  openEngine(name: EngineName, options: BootOptions): Promise<Engine>;
  edits: EditsStore;
  /** Fetches the code that the first Run needs, without starting anything. */
  preload(): void;
}

const loadEngines = () => import('../engine/select.ts');
const sources = {
  loadStripTypes: async () => (await import('../runtime/compile/strip.ts')).stripTypes,
};

export function createServices(): PlaygroundServices {
  return {
    openEngine: async (name, options) => (await loadEngines()).openEngine(name, sources, options),
    edits: new EditsStore(() => localStorage),
    preload() {
      // A failure shows when Run needs the code; there is nothing to say before.
      Promise.all([loadEngines(), import('./terminal.ts')]).catch(() => undefined);
    },
  };
}
