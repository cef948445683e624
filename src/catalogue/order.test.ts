import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type GuideEntry,
  guideTree,
  neighbours,
  orderGuide,
  orderPatterns,
  type PatternEntry,
} from './order.ts';

function guide(id: string, order: number, parent?: string): GuideEntry {
  return { id, data: { title: id, order, ...(parent === undefined ? {} : { parent }) } };
}

function pattern(id: string, model: PatternEntry['data']['model'], order: number): PatternEntry {
  return { id, data: { title: id, model, order } };
}

const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);

test('orderGuide() follows the numbers, sub-sections after their section', () => {
  const pages = [guide('asyncio', 5), guide('locks', 3.2, 'threading'), guide('threading', 3)];
  assert.deepEqual(ids(orderGuide(pages)), ['threading', 'locks', 'asyncio']);
});

test('orderGuide() names both pages that have one number', () => {
  assert.throws(() => orderGuide([guide('a', 2), guide('b', 2)]), {
    message: /content\/guide\/a\.mdx and content\/guide\/b\.mdx both have order 2; give/,
  });
});

test('orderGuide() refuses a parent that is missing or a child itself', () => {
  const message = /content\/guide\/c\.mdx has parent "b", which is not a top-level guide page/;
  assert.throws(() => orderGuide([guide('c', 1, 'b')]), { message });
  assert.throws(() => orderGuide([guide('a', 1), guide('b', 2, 'a'), guide('c', 3, 'b')]), {
    message,
  });
});

test('guideTree() puts sub-sections under their section', () => {
  const pages = [guide('gil', 2), guide('threading', 3), guide('locks', 3.2, 'threading')];
  const tree = guideTree(pages).map(({ entry, children }) => [entry.id, ids(children)]);
  assert.deepEqual(tree, [
    ['gil', []],
    ['threading', ['locks']],
  ]);
});

test('orderPatterns() goes by model, then by number', () => {
  const patterns = [
    pattern('asyncio/tasks', 'asyncio', 1),
    pattern('threads/lock', 'threads', 2),
    pattern('threads/basic-thread', 'threads', 1),
    pattern('processes/pipe', 'processes', 1),
  ];
  assert.deepEqual(ids(orderPatterns(patterns)), [
    'threads/basic-thread',
    'threads/lock',
    'processes/pipe',
    'asyncio/tasks',
  ]);
});

test('orderPatterns() refuses a double number in a model and a model that is not the folder', () => {
  const twice = [pattern('threads/lock', 'threads', 2), pattern('threads/local', 'threads', 2)];
  assert.throws(() => orderPatterns(twice), {
    message: /threads\/lock\/index\.mdx and .*threads\/local\/index\.mdx both have order 2/,
  });
  assert.throws(() => orderPatterns([pattern('threads/pipe', 'processes', 1)]), {
    message: /threads\/pipe\/index\.mdx has model "processes"; write .* move it to/,
  });
});

test('neighbours() ends at both ends and knows nothing of strangers', () => {
  const pages = [guide('a', 1), guide('b', 2)];
  assert.deepEqual(neighbours(pages, 'a'), { previous: undefined, next: pages[1] });
  assert.deepEqual(neighbours(pages, 'b'), { previous: pages[0], next: undefined });
  assert.deepEqual(neighbours(pages, 'z'), { previous: undefined, next: undefined });
});
