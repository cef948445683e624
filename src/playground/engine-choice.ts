/** The reader's choice of an engine: made here, read in `chosen-engine.ts`. */
import type { EngineName } from '../engine/engine.ts';
import { ENGINE_KEY } from './chosen-engine.ts';

const CHANGE = 'interleave:engine';

export const engineTitles: Readonly<Record<EngineName, string>> = {
  embedded: 'Embedded',
  webcontainer: 'WebContainer',
};

export function chooseEngine(name: EngineName): void {
  document.documentElement.dataset.engine = name;
  try {
    localStorage.setItem(ENGINE_KEY, name);
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
