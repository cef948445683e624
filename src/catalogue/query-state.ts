/**
 * A selection of patterns as a query string, so that it can be linked to and travels through the
 * browser's history: `?model=threads&model=asyncio&bound=io&q=lock`.
 */
import type { Selection } from './facets.ts';
import { type FacetKey, type FacetValue, facetKeys, facetValues } from './vocabulary.ts';

/** Reads a selection; names and values that the catalogue does not know are left out. */
export function parseSelection(query: string): Selection {
  const params = new URLSearchParams(query);
  const known = (key: FacetKey): readonly FacetValue[] => {
    const asked = params.getAll(key);
    return facetValues[key].filter((value) => asked.includes(value));
  };
  return {
    facets: {
      model: known('model'),
      bound: known('bound'),
      primitive: known('primitive'),
      hazard: known('hazard'),
      difficulty: known('difficulty'),
      python: known('python'),
    },
    text: (params.get('q') ?? '').trim().replace(/\s+/g, ' '),
  };
}

/** The query string of a selection, with its `?`; empty when nothing is selected. */
export function formatSelection(selection: Selection): string {
  const params = new URLSearchParams();
  for (const key of facetKeys) {
    for (const value of selection.facets[key]) params.append(key, value);
  }
  if (selection.text !== '') params.append('q', selection.text);
  const query = params.toString();
  return query === '' ? '' : `?${query}`;
}

/** The address of the index with one value chosen. */
export function facetHref(key: FacetKey, value: FacetValue): string {
  return `/patterns/?${new URLSearchParams({ [key]: value })}`;
}
