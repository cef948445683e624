/** The element of Search.astro. */
import type { SearchBox } from '../search-box.ts';

/** `/` is a character like any other where the reader is typing. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  );
}

function isShortcut(event: KeyboardEvent): boolean {
  if (event.altKey || event.defaultPrevented) return false;
  const command = event.ctrlKey || event.metaKey;
  if (command) return event.key.toLowerCase() === 'k' && !event.shiftKey && !isTyping(event);
  return event.key === '/' && !isTyping(event);
}

export class Search extends HTMLElement {
  #box: Promise<SearchBox> | undefined;
  readonly #dialog = this.querySelector('dialog');

  connectedCallback(): void {
    this.querySelector('.open')?.addEventListener('click', () => this.open());
    document.addEventListener('keydown', (event) => {
      if (!isShortcut(event) || document.querySelector('dialog:modal')) return;
      event.preventDefault();
      this.open();
    });
    document.addEventListener('il-search', (event) => {
      if (event instanceof CustomEvent) this.open(String(event.detail));
    });
  }

  /** Opens the dialog; with a query, searches for it at once. */
  async open(query?: string): Promise<void> {
    const dialog = this.#dialog;
    const input = this.querySelector('input');
    if (dialog === null || input === null) return;
    if (!dialog.open) dialog.showModal();
    // Before anything is loaded: what the reader types meanwhile must stay.
    if (query !== undefined) input.value = query;
    input.select();
    input.setCustomValidity('');
    try {
      this.#box ??= import('../search-box.ts').then((module) => new module.SearchBox(dialog));
      await (await this.#box).ask();
    } catch {
      this.#box = undefined;
      // The field says it, because nothing else of the dialog is there.
      input.setCustomValidity(
        'The search could not be loaded. Check the connection, then open it again.',
      );
      input.reportValidity();
    }
  }
}
