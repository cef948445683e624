/** Defines the element of the playground: apart, because only its page loads it. */
import { PlaygroundElement } from './playground-element.ts';

customElements.define('interleave-playground', PlaygroundElement);
