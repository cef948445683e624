/**
 * What every page needs of scripts, as one file: small ones of their own compress badly, and inline
 * ones would be sent with every page.
 */
import { registerOffline } from '../../offline/register.ts';
import { PairElement } from '../../playground/pair-element.ts';
import { attempt } from '../../playground/parts.ts';
import { loaded } from '../../shared/loaded.ts';
import { isTyping, Search } from './search.ts';
import { enhanceNav } from './site-nav.ts';
import { ThemeToggle } from './theme-toggle.ts';
import { Toc } from './toc.ts';

customElements.define('il-theme', ThemeToggle);
customElements.define('il-search', Search);
customElements.define('il-toc', Toc);
customElements.define('interleave-pair', PairElement);
enhanceNav();
const playground = document.querySelector('interleave-playground');
if (playground) attempt(playground, loaded(import('../../playground/define-playground.ts')));
// `astro dev` has no built files to keep.
if (import.meta.env.PROD) registerOffline(import.meta.env.BASE_URL);
document.addEventListener('keydown', (event) => {
  if (event.key !== '?' || event.defaultPrevented || isTyping(event)) return;
  if (document.querySelector('dialog:modal') !== null) return;
  const help = loaded(import('./keyboard-help.ts'));
  attempt(
    document,
    help.then(({ showKeyboardHelp }) => showKeyboardHelp()),
  );
});
