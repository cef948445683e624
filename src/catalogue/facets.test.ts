import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countValues, emptySelection, type Findable, matches, type Selection } from './facets.ts';

function item(facets: Partial<Findable['facets']>, text = ''): Findable {
  return { facets: { ...emptySelection.facets, ...facets }, text };
}

function selection(facets: Partial<Selection['facets']>, text = ''): Selection {
  return { facets: { ...emptySelection.facets, ...facets }, text };
}

const lock = item({ model: ['threads'], bound: ['cpu'], hazard: ['race'] }, 'Lock threading.Lock');
const pool = item({ model: ['processes'], bound: ['cpu', 'io'] }, 'Process pool');
const gather = item({ model: ['asyncio'], bound: ['io'] }, 'Gather Promise.all');
const items = [lock, pool, gather];

const shown = (chosen: Selection) => items.filter((each) => matches(each, chosen));

test('an empty selection matches everything', () => {
  assert.deepEqual(shown(emptySelection), items);
});

test('values of one facet widen, facets narrow', () => {
  assert.deepEqual(shown(selection({ model: ['threads', 'asyncio'] })), [lock, gather]);
  assert.deepEqual(shown(selection({ model: ['threads', 'asyncio'], bound: ['io'] })), [gather]);
  assert.deepEqual(shown(selection({ model: ['asyncio'], hazard: ['race'] })), []);
});

test('the text filter takes its words in any order and case, as parts of words', () => {
  assert.deepEqual(shown(selection({}, 'lock THREAD')), [lock]);
  assert.deepEqual(shown(selection({}, 'lock promise')), []);
});

test('a count says what choosing the value would show, whatever else its own facet has chosen', () => {
  const chosen = selection({ model: ['threads'], bound: ['cpu'] });
  assert.deepEqual(Object.fromEntries(countValues(items, chosen, 'model')), {
    threads: 1,
    processes: 1,
    executors: 0,
    asyncio: 0,
    subprocesses: 0,
  });
  assert.deepEqual(Object.fromEntries(countValues(items, chosen, 'bound')), { cpu: 1, io: 0 });
});
