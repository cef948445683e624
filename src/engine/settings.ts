/** What whoever builds the site decides about its engines; `astro.config.mjs` reads it. */
import type { EngineName } from './engine.ts';

/** Values of Cross-Origin-Embedder-Policy under which threads can share memory. */
export type Isolation = 'require-corp' | 'credentialless';

export interface EngineSettings {
  /** The engine of readers who have not chosen one. */
  engine: EngineName;
  /** The site's WebContainer API key, for production use under StackBlitz's licence. */
  clientId: string | null;
  /** What the site's pages are served with, which a WebContainer must be told. */
  coep: Isolation;
}

declare const __INTERLEAVE_ENGINE__: EngineSettings | undefined;

const standard: EngineSettings = { engine: 'embedded', clientId: null, coep: 'require-corp' };

export const engineSettings: EngineSettings =
  typeof __INTERLEAVE_ENGINE__ === 'undefined' ? standard : __INTERLEAVE_ENGINE__;
