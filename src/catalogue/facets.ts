/**
 * Faceted selection of patterns. Values of one facet widen the selection (or), facets narrow it
 * (and); the count beside a value says how many patterns choosing it would show.
 */
import { type FacetKey, type FacetValue, facetKeys, facetValues } from './vocabulary.ts';

/** What a pattern is found by. */
export interface Findable {
  readonly facets: Readonly<Record<FacetKey, readonly FacetValue[]>>;
  /** Title, summary and names: whatever the text filter looks through. */
  readonly text: string;
}

export interface Selection {
  readonly facets: Readonly<Record<FacetKey, readonly FacetValue[]>>;
  readonly text: string;
}

export const emptySelection: Selection = {
  facets: { model: [], bound: [], primitive: [], hazard: [], difficulty: [], python: [] },
  text: '',
};

export function isEmpty(selection: Selection): boolean {
  return selection.text === '' && facetKeys.every((key) => selection.facets[key].length === 0);
}

/** Every word of the filter must occur somewhere in the text, in any order and case. */
function matchesText(item: Findable, text: string): boolean {
  const haystack = item.text.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}

function matchesFacet(item: Findable, selection: Selection, key: FacetKey): boolean {
  const chosen = selection.facets[key];
  return chosen.length === 0 || chosen.some((value) => item.facets[key].includes(value));
}

export function matches(item: Findable, selection: Selection): boolean {
  return (
    matchesText(item, selection.text) &&
    facetKeys.every((key) => matchesFacet(item, selection, key))
  );
}

/** For every value of a facet, how many items the selection would show with only that value. */
export function countValues(
  items: readonly Findable[],
  selection: Selection,
  key: FacetKey,
): Map<FacetValue, number> {
  const others: Selection = { ...selection, facets: { ...selection.facets, [key]: [] } };
  const pool = items.filter((item) => matches(item, others));
  const countOf = (value: FacetValue) => pool.filter((item) => item.facets[key].includes(value));
  return new Map(facetValues[key].map((value) => [value, countOf(value).length]));
}
