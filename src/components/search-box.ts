/**
 * The inside of the search dialog: asks the index as the reader types, and lists what it finds as
 * plain links that the arrow keys walk through. Links with real focus, rather than a combobox with
 * a virtual one, keep middle-click, "open in a new tab" and screen readers' link lists working.
 */
import { type Filters, type Hit, loadSearchIndex, type SearchIndex } from './search-index.ts';

const maxResults = 12;

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

function renderHit(hit: Hit): HTMLLIElement {
  const best = hit.sub_results[0];
  const link = element('a', '');
  link.href = best?.url ?? hit.url;
  const title = element('span', 'title', hit.meta.title ?? hit.url);
  title.append(element('span', 'kind', hit.meta.kind ?? ''));
  const excerpt = element('span', 'excerpt');
  excerpt.innerHTML = best?.excerpt ?? hit.excerpt;
  link.append(title, excerpt);
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
  readonly #chosen: Filters = {};
  #index: Promise<SearchIndex> | undefined;
  /** Counts the questions, so that a slow answer to an earlier one is not shown. */
  #asked = 0;
  /** The latest question: Enter follows its first hit, not one of an answer on its way out. */
  #answer: Promise<void> = Promise.resolve();

  constructor(dialog: HTMLDialogElement) {
    this.#input = find(dialog, 'input', HTMLInputElement);
    this.#filters = find(dialog, '.filters', HTMLElement);
    this.#status = find(dialog, '.status', HTMLElement);
    this.#results = find(dialog, '.results', HTMLElement);
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
      this.#index ??= loadSearchIndex();
      const index = await this.#index;
      const { results, filters } = await index.search(query === '' ? null : query, {
        filters: this.#chosen,
      });
      const hits = await Promise.all(results.slice(0, maxResults).map((result) => result.data()));
      if (turn !== this.#asked) return;
      this.#showFilters(filters);
      const asksNothing = query === '' && Object.keys(this.#chosen).length === 0;
      this.#showHits(query, asksNothing ? [] : hits, results.length);
      if (asksNothing) this.#hint();
    } catch (error) {
      this.#index = undefined;
      if (turn === this.#asked) this.#fail(error);
    }
    if (turn === this.#asked) this.#results.setAttribute('aria-busy', 'false');
  }

  #showFilters(counts: Record<string, Record<string, number>>): void {
    const focused = document.activeElement?.getAttribute('data-value');
    const buttons = Object.entries(counts).flatMap(([name, values]) =>
      Object.entries(values)
        .filter(([value, count]) => count > 0 || this.#chosen[name] === value)
        .map(([value, count]) => this.#filterButton(name, value, count)),
    );
    this.#filters.replaceChildren(...buttons);
    buttons.find((button) => button.dataset.value === focused)?.focus();
  }

  #filterButton(name: string, value: string, count: number): HTMLButtonElement {
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
      this.#status.textContent = `The first ${hits.length} of ${total} pages; another word narrows them down.`;
    } else {
      this.#status.textContent = total === 1 ? '1 page' : `${total} pages`;
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
    this.#status.textContent = import.meta.env.DEV
      ? 'There is no search index yet: it is made from built pages. Run npm run build once, then open the search again.'
      : `The search could not be loaded (${reason}). Check the connection and open it again.`;
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
