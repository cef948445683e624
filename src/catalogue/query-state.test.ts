import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptySelection } from './facets.ts';
import { facetHref, formatSelection, parseSelection } from './query-state.ts';

test('a selection comes back from its query string', () => {
  const query = '?model=threads&model=asyncio&bound=io&hazard=silent-failure&q=a+%26+b';
  assert.equal(formatSelection(parseSelection(query)), query);
  assert.equal(parseSelection(query).text, 'a & b');
});

test('values come in the order of the catalogue, each once', () => {
  const { facets } = parseSelection('?model=asyncio&model=threads&model=asyncio');
  assert.deepEqual(facets.model, ['threads', 'asyncio']);
});

test('unknown facets and values are left out', () => {
  assert.deepEqual(parseSelection('?model=fibres&colour=red&bound=__proto__'), emptySelection);
});

test('white space in the text filter is folded, and nothing is no filter', () => {
  assert.equal(parseSelection('?q=%20%20lock%0Aorder%20').text, 'lock order');
  assert.equal(formatSelection(parseSelection('?q=%20')), '');
});

test('facetHref() is an address that the index reads', () => {
  const { search } = new URL(facetHref('primitive', 'thread-local'), 'http://localhost');
  assert.deepEqual(parseSelection(search).facets.primitive, ['thread-local']);
});
