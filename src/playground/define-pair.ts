/** Defines the element of the pairs of a page. */
import { PairElement } from './pair-element.ts';

export function definePair(): void {
  customElements.define('interleave-pair', PairElement);
}
