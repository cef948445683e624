/** Puts the reason in the place of the buttons where programs cannot run. */
import { findPart } from './parts.ts';

/** @param missing one sentence for each thing that is missing */
export function explainUnavailable(root: HTMLElement, missing: readonly string[]): void {
  findPart(root, 'controls').hidden = true;
  for (const button of root.querySelectorAll<HTMLElement>(
    '[data-action="edit"], [data-action="reset"], [data-action="engine"], [data-experiment]',
  )) {
    button.hidden = true;
  }
  root.querySelector('[data-playback]')?.removeAttribute('hidden');
  const explanation = findPart(root, 'unavailable');
  explanation.textContent = `Programs cannot run here. ${missing.join(' ')}`;
  explanation.hidden = false;
}
