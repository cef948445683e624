/** The composition root of the playground: makes the services of a page and defines its element. */
import { EditsStore } from './edits-store.ts';
import { PairElement } from './pair-element.ts';
import type { PlaygroundServices } from './services.ts';
import { browserCapabilities, missingCapabilities } from './support.ts';

const loadEngine = () => import('../engine/select.ts');

function createServices(): PlaygroundServices {
  return {
    openEngine: async () => (await loadEngine()).openEngine(),
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
