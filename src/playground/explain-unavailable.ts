/** Puts the reason in the place of the buttons where programs cannot run. */
import { findPart } from './parts.ts';
import type { Capabilities } from './support.ts';

export function explainUnavailable(root: HTMLElement, has: Capabilities): void {
  findPart(root, 'controls').hidden = true;
  for (const button of root.querySelectorAll<HTMLElement>(
    '[data-action="edit"], [data-action="reset"], [data-action="engine"], [data-experiment]',
  )) {
    button.hidden = true;
  }
  root.querySelector('[data-playback]')?.removeAttribute('hidden');
  const explanation = findPart(root, 'unavailable');
  explanation.textContent = `Programs cannot run here. ${missingCapabilities(has).join(' ')}`;
  explanation.hidden = false;
}

/** One sentence for each thing that is missing; empty when programs can run. */
export function missingCapabilities(has: Capabilities): string[] {
  const missing: string[] = [];
  if (!has.current) {
    missing.push(
      'This browser is too old: a Chrome, Edge, Firefox or Safari from 2024 on is needed.',
    );
  }
  if (!has.worker) {
    missing.push('This browser has no web workers, and threads and processes run in them.');
  }
  if (!has.crossOriginIsolated) {
    missing.push(
      'This page is not cross-origin isolated: its server must send the headers ' +
        'Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp. ' +
        'Without them browsers do not let a page share memory between threads.',
    );
  } else if (!has.sharedArrayBuffer) {
    missing.push(
      'This browser has no SharedArrayBuffer, the memory that threads share. ' +
        'A current Chrome, Edge, Firefox or Safari has it.',
    );
  }
  return missing;
}
