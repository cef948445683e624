/** The part of Pagefind's API that the search uses; Pagefind ships none for its browser module. */

export type Filters = Record<string, string>;
export type FilterCounts = Record<string, Record<string, number>>;

export interface Hit {
  readonly url: string;
  /** HTML, escaped by Pagefind, with the words found in `<mark>`. */
  readonly excerpt: string;
  readonly meta: Record<string, string>;
  readonly sub_results: readonly {
    readonly title: string;
    readonly url: string;
    readonly excerpt: string;
  }[];
}

export interface Answer {
  readonly results: readonly { data(): Promise<Hit> }[];
  /** For every filter value, how many results choosing it would leave. */
  readonly filters: FilterCounts;
}

export interface SearchIndex {
  options(options: { excerptLength?: number; baseUrl?: string }): Promise<void>;
  init(): Promise<void>;
  filters(): Promise<FilterCounts>;
  search(query: string | null, options: { filters: Filters }): Promise<Answer>;
}

/** @throws {Error} when the index is absent, as in `astro dev` before any build, or unreachable */
export async function loadSearchIndex(): Promise<SearchIndex> {
  // The file comes into being after the build that bundles this module.
  const base = import.meta.env.BASE_URL;
  const address = `${base}pagefind/pagefind.js`;
  const index: SearchIndex = await import(/* @vite-ignore */ address);
  await index.options({ excerptLength: 24, baseUrl: base });
  await index.init();
  // Answers carry the counts of the filters only once these are loaded.
  await index.filters();
  return index;
}
