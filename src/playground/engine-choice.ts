/**
 * Which engine the reader's programs run on: remembered in the browser, the same for every terminal
 * of a page. The page's root element holds it for a browser that remembers nothing.
 */
import type { EngineName } from '../engine/engine.ts';
import { engineSettings } from '../engine/settings.ts';

const KEY = 'interleave:engine';
const CHANGE = 'interleave:engine';

export const engineTitles: Readonly<Record<EngineName, string>> = {
  embedded: 'Embedded',
  webcontainer: 'WebContainer',
};

function isEngine(name: string | null | undefined): name is EngineName {
  return name === 'embedded' || name === 'webcontainer';
}

export function chosenEngine(): EngineName {
  const { engine } = document.documentElement.dataset;
  if (isEngine(engine)) return engine;
  try {
    const kept = localStorage.getItem(KEY);
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

export function chooseEngine(name: EngineName): void {
  document.documentElement.dataset.engine = name;
  try {
    localStorage.setItem(KEY, name);
  } catch {
    // Storage is denied: the choice holds until the page goes.
  }
  document.dispatchEvent(new Event(CHANGE));
}

/** Calls `listener` at every choice, in whichever terminal of the page. */
export function onEngineChange(listener: () => void): { dispose(): void } {
  document.addEventListener(CHANGE, listener);
  return { dispose: () => document.removeEventListener(CHANGE, listener) };
}
