/** What the terminals of a page share, made where one of them first needs it. */
import type { BootOptions, Engine, EngineName } from '../engine/engine.ts';
import { loaded } from '../shared/loaded.ts';
import { EditsStore } from './edits-store.ts';
import type { TypeClient } from './types/type-client.ts';

export interface PlaygroundServices {
  /** The page's one engine of that name, started on first use; after a failure tried again. */
  openEngine(name: EngineName, options: BootOptions): Promise<Engine>;
  edits: EditsStore;
  /** The page's one type checker, started on first use; after a failure tried again. */
  openTypes(): Promise<TypeClient>;
  /** Fetches the code that the first Run needs, without starting anything. */
  preload(): void;
}

const loadEngines = () => loaded(import('../engine/select.ts'));
const sources = {
  loadStripTypes: async () => (await loaded(import('../runtime/compile/strip.ts'))).stripTypes,
};

async function startTypes(): Promise<TypeClient> {
  const { TypeClient } = await loaded(import('./types/type-client.ts'));
  const client = new TypeClient();
  try {
    await client.start();
  } catch (error) {
    client.dispose();
    throw error;
  }
  return client;
}

export function createServices(): PlaygroundServices {
  let types: Promise<TypeClient> | undefined;
  return {
    openEngine: async (name, options) => (await loadEngines()).openEngine(name, sources, options),
    edits: new EditsStore(() => localStorage),
    openTypes() {
      const starting = types ?? startTypes();
      types = starting;
      starting.catch(() => {
        if (types === starting) types = undefined;
      });
      return starting;
    },
    preload() {
      // A failure shows when Run needs the code; there is nothing to say before.
      Promise.all([loadEngines(), import('./terminal.ts')]).catch(() => undefined);
    },
  };
}
