/**
 * Which engine the reader's programs run on: remembered in the browser, the same for every terminal
 * of a page. The page's root element holds it for a browser that remembers nothing. Reading it is
 * apart from choosing (`engine-choice.ts`), because every page asks.
 */
import type { EngineName } from '../engine/engine.ts';
import { engineSettings } from '../engine/settings.ts';

/** In the browser's storage. */
export const ENGINE_KEY = 'interleave:engine';

function isEngine(name: string | null | undefined): name is EngineName {
  return name === 'embedded' || name === 'webcontainer';
}

export function chosenEngine(): EngineName {
  const { engine } = document.documentElement.dataset;
  if (isEngine(engine)) return engine;
  try {
    const kept = localStorage.getItem(ENGINE_KEY);
    if (isEngine(kept)) return kept;
  } catch {
    // Storage is denied: the site's default stands.
  }
  return engineSettings.engine;
}

/** Whether the reader has chosen this page's engine, rather than whoever built the site. */
export function isDefaultEngine(): boolean {
  return chosenEngine() === engineSettings.engine;
}
