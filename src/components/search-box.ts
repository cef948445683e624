/**
 * The inside of the search dialog: asks the engine as the reader types, and lists what it finds as
 * plain links that the arrow keys walk through. Links with real focus, rather than a combobox with
 * a virtual one, keep middle-click, "open in a new tab" and screen readers' link lists working.
 */
import type { Document } from '../catalogue/search/documents.ts';
import { type Choice, type Hit, SearchEngine } from '../catalogue/search/engine.ts';
import { kinds } from '../catalogue/search/kinds.ts';
import { adoptStyles } from '../playground/adopt-styles.ts';
import styles from './search-box.css?inline';

const maxResults = 12;

/** Fetches what is searched. @throws {Error} when it cannot be had */
async function loadEngine(): Promise<SearchEngine> {
  const response = await fetch(`${import.meta.env.BASE_URL}search.json`);
  if (!response.ok) throw new Error(`status ${response.status}`);
  return new SearchEngine((await response.json()) as Document[]);
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  text = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}

function renderHit({ document: { url, title, kind, model }, excerpt }: Hit): HTMLLIElement {
  const link = element('a', '');
  link.href = import.meta.env.BASE_URL + url.slice(1);
  const heading = element('span', 'title', title);
  heading.append(element('span', 'kind', model === undefined ? kind : `${kind}, ${model}`));
  const shown = element('span', 'excerpt');
  shown.append(...excerpt.map(({ text, isMatch }) => (isMatch ? element('mark', '', text) : text)));
  link.append(heading, shown);
  const item = element('li', '');
  item.append(link);
  return item;
}

function find<Kind extends Element>(root: Element, selector: string, kind: new () => Kind): Kind {
  const found = root.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`The search dialog has no ${selector}; restore it in Search.astro.`);
}

export class SearchBox {
  readonly #input: HTMLInputElement;
  readonly #filters: HTMLElement;
  readonly #status: HTMLElement;
  readonly #results: HTMLElement;
  readonly #chosen: { kind?: string; model?: string } = {};
  #engine: Promise<SearchEngine> | undefined;
  /** Counts the questions, so that a slow answer to an earlier one is not shown. */
  #asked = 0;
  /** The latest question: Enter follows its first hit, not one of an answer on its way out. */
  #answer: Promise<void> = Promise.resolve();

  constructor(dialog: HTMLDialogElement) {
    adoptStyles(styles);
    this.#input = find(dialog, 'input', HTMLInputElement);
    this.#filters = element('div', 'filters');
    this.#status = element('p', 'status');
    this.#status.role = 'status';
    this.#results = element('ol', 'results');
    const close = element('button', 'close', 'Close');
    close.type = 'button';
    close.addEventListener('click', () => dialog.close());
    dialog.append(close, this.#filters, this.#status, this.#results);
    // Its children fill it, so what is met directly is the ground around it.
    dialog.addEventListener('click', ({ target }) => {
      if (target === dialog) dialog.close();
    });
    this.#input.addEventListener('input', () => this.ask());
    dialog.addEventListener('keydown', (event) => this.#walk(event));
    // A hit on the page that is open only moves within it: the dialog would stay in the way.
    this.#results.addEventListener('click', () => dialog.close());
  }

  /** Answers what stands in the field, and says so when it cannot. */
  ask(): Promise<void> {
    this.#results.setAttribute('aria-busy', 'true');
    this.#answer = this.#ask(++this.#asked);
    return this.#answer;
  }

  async #ask(turn: number): Promise<void> {
    const query = this.#input.value.trim();
    try {
      this.#engine ??= loadEngine();
      const engine = await this.#engine;
      if (turn !== this.#asked) return;
      const { hits, total, counts } = engine.search(query, this.#chosen, maxResults);
      this.#showFilters(counts);
      const asksNothing = query === '' && Object.keys(this.#chosen).length === 0;
      this.#showHits(query, asksNothing ? [] : hits, total);
      if (asksNothing) this.#hint();
    } catch (error) {
      this.#engine = undefined;
      if (turn === this.#asked) this.#fail(error);
    }
    if (turn === this.#asked) this.#results.setAttribute('aria-busy', 'false');
  }

  #showFilters(counts: Readonly<Record<keyof Choice, Readonly<Record<string, number>>>>): void {
    const focused = document.activeElement?.getAttribute('data-value');
    const values = { kind: kinds as readonly string[], model: Object.keys(counts.model) };
    const buttons = (['kind', 'model'] as const).flatMap((name) =>
      values[name]
        .map((value) => ({ value, count: counts[name][value] ?? 0 }))
        .filter(({ value, count }) => count > 0 || this.#chosen[name] === value)
        .map(({ value, count }) => this.#filterButton(name, value, count)),
    );
    this.#filters.replaceChildren(...buttons);
    buttons.find((button) => button.dataset.value === focused)?.focus();
  }

  #filterButton(name: keyof Choice, value: string, count: number): HTMLButtonElement {
    const button = element('button', '', `${value} ${count}`);
    button.type = 'button';
    button.dataset.value = value;
    button.setAttribute('aria-pressed', String(this.#chosen[name] === value));
    button.addEventListener('click', () => {
      if (this.#chosen[name] === value) delete this.#chosen[name];
      else this.#chosen[name] = value;
      void this.ask();
    });
    return button;
  }

  #showHits(query: string, hits: readonly Hit[], total: number): void {
    this.#replaceResults(hits.map(renderHit));
    if (hits.length === 0) {
      this.#status.replaceChildren(
        `Nothing found for “${query}”. Try a name in either language (Lock, fork, gather), a symptom (hangs, race), one word less, or `,
        this.#indexLink(),
        '.',
      );
    } else if (total > hits.length) {
      this.#status.textContent = `The first ${hits.length} of ${total} answers; another word narrows them down.`;
    } else {
      this.#status.textContent = total === 1 ? '1 answer' : `${total} answers`;
    }
  }

  /** A reader who has walked into the results keeps the place, or goes back to the field. */
  #replaceResults(items: readonly HTMLLIElement[]): void {
    const focused = this.#results.querySelector<HTMLAnchorElement>('a:focus')?.href;
    this.#results.replaceChildren(...items);
    if (focused === undefined) return;
    const links = [...this.#results.querySelectorAll('a')];
    (links.find((link) => link.href === focused) ?? this.#input).focus();
  }

  #hint(): void {
    this.#status.replaceChildren(
      'Names in either language, words of the text, symptoms. To choose by model, primitive or hazard, see ',
      this.#indexLink(),
      '.',
    );
  }

  #indexLink(): HTMLAnchorElement {
    const link = element('a', '', 'the pattern index');
    link.href = `${import.meta.env.BASE_URL}patterns/`;
    return link;
  }

  #fail(error: unknown): void {
    this.#replaceResults([]);
    const reason = error instanceof Error ? error.message : String(error);
    this.#status.textContent = `The search could not be loaded (${reason}). Check the connection and open it again.`;
  }

  #walk(event: KeyboardEvent): void {
    const links = [...this.#results.querySelectorAll('a')];
    const at = links.findIndex((link) => link.matches(':focus'));
    const inField = document.activeElement === this.#input;
    if (event.key === 'Enter' && inField) {
      void this.#answer.then(() => this.#results.querySelector('a')?.click());
    } else if (event.key === 'ArrowDown' && (inField || at !== -1)) {
      (links[at + 1] ?? links[at])?.focus();
    } else if (event.key === 'ArrowUp' && at !== -1) {
      (links[at - 1] ?? this.#input).focus();
    } else {
      return;
    }
    event.preventDefault();
  }
}
