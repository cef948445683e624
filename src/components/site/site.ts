/**
 * What every page needs of scripts, as one file: small ones of their own compress badly, and inline
 * ones would be sent with every page.
 */
import { registerOffline } from '../../offline/register.ts';
import { PairElement } from '../../playground/pair-element.ts';
import { isTyping, Search } from './search.ts';
import { enhanceNav } from './site-nav.ts';
import { ThemeToggle } from './theme-toggle.ts';
import { Toc } from './toc.ts';

customElements.define('il-theme', ThemeToggle);
customElements.define('il-search', Search);
customElements.define('il-toc', Toc);
customElements.define('interleave-pair', PairElement);
enhanceNav();
if (document.querySelector('interleave-playground'))
  import('../../playground/define-playground.ts');
// `astro dev` has no built files to keep.
if (import.meta.env.PROD) registerOffline(import.meta.env.BASE_URL);
document.addEventListener('keydown', (event) => {
  if (event.key !== '?' || event.defaultPrevented || isTyping(event)) return;
  if (document.querySelector('dialog:modal') !== null) return;
  // A failure to load it leaves the reader where they were, with every key still at work.
  import('./keyboard-help.ts').then((help) => help.showKeyboardHelp()).catch(() => undefined);
});
