/**
 * The filter of the name map: words and a match narrow the rows; without a script all are there.
 * An anchor in the address always wins, so that a link to a name never ends at a hidden row.
 */
class NameMap extends HTMLElement {
  readonly #text = this.querySelector<HTMLInputElement>('input[type="search"]');
  readonly #match = this.querySelector('select');
  readonly #sections = [...this.querySelectorAll('section')];

  connectedCallback(): void {
    this.addEventListener('input', () => this.#show());
    addEventListener('hashchange', () => this.#uncover());
    this.#show();
  }

  #show(): void {
    const words = (this.#text?.value ?? '').toLowerCase().split(/\s+/);
    const match = this.#match?.value ?? '';
    let shown = 0;
    for (const section of this.#sections) {
      const rows = [...section.querySelectorAll<HTMLTableRowElement>('tbody tr')];
      for (const row of rows) {
        const text = `${row.id.replaceAll('-', '.')} ${row.textContent}`.toLowerCase();
        const fits = match === '' || row.dataset.match === match;
        row.hidden = !fits || !words.every((word) => text.includes(word));
      }
      const left = rows.filter((row) => !row.hidden).length;
      section.hidden = left === 0;
      shown += left;
    }
    const status = this.querySelector('[role="status"]');
    if (status === null) return;
    status.textContent =
      shown === 0 ? 'No name fits; take a word away, or show every match.' : `${shown} names`;
  }

  #uncover(): void {
    const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!(row instanceof HTMLTableRowElement) || !row.hidden) return;
    if (this.#text) this.#text.value = '';
    if (this.#match) this.#match.value = '';
    this.#show();
    row.scrollIntoView();
  }
}

customElements.define('il-name-map', NameMap);
