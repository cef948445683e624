import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { apiHref } from './api-links.ts';
import { nameMap } from './name-map.ts';
import { parseNames } from './names/parse.ts';

const all = nameMap.flatMap(({ names }) => names);

test('every counterpart of the name map has documentation', () => {
  const unknown = all.flatMap(({ qualified, counterparts }) =>
    counterparts
      .filter((name) => apiHref('typescript', name) === undefined)
      .map((name) => `${qualified}: ${name}`),
  );
  assert.deepEqual(unknown, []);
});

test('every pattern that the name map names is there', () => {
  const content = join(import.meta.dirname, '../../content/patterns');
  const unknown = all.filter(
    ({ pattern }) => pattern !== undefined && !existsSync(join(content, pattern, 'index.mdx')),
  );
  assert.deepEqual(unknown, []);
});

test('every name of the name map stands in it once', () => {
  const twice = all.filter(({ qualified }, at) => all[at - 1]?.qualified === qualified);
  assert.deepEqual(twice, []);
  assert.equal(new Set(all.map(({ qualified }) => qualified)).size, all.length);
});

test('a name without counterpart says what to do instead', () => {
  assert.deepEqual(
    all
      .filter(({ match, remark }) => match === 'none' && remark === '')
      .map((name) => name.qualified),
    [],
  );
});

test('parseNames() reads versions and names the line that does not fit', () => {
  const [name] = parseNames('queue', '\nQueue.shutdown | none | | Close it. | | since 3.13\n');
  assert.deepEqual(name, {
    name: 'Queue.shutdown',
    qualified: 'queue.Queue.shutdown',
    match: 'none',
    counterparts: [],
    remark: 'Close it.',
    since: 13,
  });
  for (const line of [
    'Queue | almost | Array | |',
    'Queue | none | Array | |',
    'Queue | near | | |',
  ]) {
    assert.throws(
      () => parseNames('queue', line),
      /queue: the line “Queue .* does not fit\. Write/,
    );
  }
});
