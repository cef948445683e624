/** Chooses the engine and keeps one per page: every pair of a page shares it. */
import type { Engine } from './engine.ts';

let shared: Promise<Engine> | undefined;

/**
 * The page's engine, started on first use. A failed start is not kept: the next call tries again.
 * @throws {EngineError} as `bootEmbedded` does
 */
export function openEngine(options: { signal?: AbortSignal } = {}): Promise<Engine> {
  shared ??= import('./embedded/embedded-engine.ts').then(({ bootEmbedded }) =>
    bootEmbedded(options),
  );
  const opening = shared;
  opening.catch(() => {
    if (shared === opening) shared = undefined;
  });
  return opening;
}
