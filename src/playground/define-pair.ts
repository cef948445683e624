/** The composition root of the playground: makes the services of a page and defines its element. */
import type { Engine } from '../engine/engine.ts';
import { EditsStore } from './edits-store.ts';
import { PairElement } from './pair-element.ts';
import type { PlaygroundServices } from './services.ts';
import { SharedEngine } from './shared-engine.ts';
import { browserCapabilities, missingCapabilities } from './support.ts';

/** Globbed until `engine/select.ts` exists: a missing import would break every page that has a pair. */
const engines = import.meta.glob<{ openEngine: () => Promise<Engine> }>('../engine/select.ts');

async function loadEngine(): Promise<{ openEngine: () => Promise<Engine> }> {
  const load = engines['../engine/select.ts'];
  if (load === undefined) throw new Error('This build of the site has no engine yet.');
  return load();
}

function createServices(): PlaygroundServices {
  return {
    engine: new SharedEngine(async () => (await loadEngine()).openEngine()),
    edits: new EditsStore(() => localStorage),
    missing: missingCapabilities(browserCapabilities(globalThis)),
    preload() {
      // A failure shows when Run needs the code; there is nothing to say before.
      Promise.all([loadEngine(), import('./terminal.ts')]).catch(() => undefined);
    },
  };
}

export function definePair(): void {
  const services = createServices();
  customElements.define(
    'interleave-pair',
    class extends PairElement {
      protected override get services(): PlaygroundServices {
        return services;
      }
    },
  );
}
