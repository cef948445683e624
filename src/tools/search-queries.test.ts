import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { guideSchema, patternSchema } from '../catalogue/schema.ts';
import { makeDocuments } from '../catalogue/search/documents.ts';
import { SearchEngine } from '../catalogue/search/engine.ts';
import { otherWords } from '../catalogue/search/other-words.ts';
import { queries } from '../catalogue/search/queries.ts';
import { root } from './run.ts';

/** The content as the site has it, read without Astro. */
function readContent(folder: string, id: (path: string) => string) {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.mdx'))
    .map((path) => {
      const [, front = '', body = ''] =
        /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(join(root, folder, path), 'utf8')) ?? [];
      return { id: id(path.replaceAll('\\', '/')), front: parse(front) as unknown, body };
    });
}

const documents = makeDocuments({
  patterns: readContent('content/patterns', (path) => path.replace(/\/index\.mdx$/, '')).map(
    ({ front, ...rest }) => ({ ...rest, data: patternSchema.parse(front) }),
  ),
  guide: readContent('content/guide', (path) => path.replace(/\.mdx$/, '')).map(
    ({ front, ...rest }) => ({ ...rest, data: guideSchema.parse(front) }),
  ),
});
const engine = new SearchEngine(documents);
const first = (query: string, limit = 3) =>
  engine.search(query, {}, limit).hits.map(({ document }) => document.url);

test('at least sixty questions have their answer among the first three', () => {
  assert.ok(queries.length >= 60, `${queries.length} questions`);
  const missed = queries
    .filter(([query, ...answers]) => !first(query).some((url) => answers.includes(url)))
    .map(
      ([query, ...answers]) =>
        `“${query}”: wanted ${answers.join(' or ')}; first are ${first(query).join(' ')}`,
    );
  assert.deepEqual(missed, []);
});

test('every answer is a page that the search knows', () => {
  const known = new Set(documents.map(({ url }) => url));
  const unknown = queries.flatMap(([, ...answers]) => answers.filter((url) => !known.has(url)));
  assert.deepEqual(unknown, []);
});

test('every page that is given other words is one that the search knows', () => {
  const known = new Set(documents.map(({ url }) => url));
  assert.deepEqual(
    Object.keys(otherWords).filter((url) => !known.has(url)),
    [],
  );
});

// Five, because several patterns may be the cause of one symptom.
test('every symptom leads to its pattern among the first five', () => {
  const missed = documents.flatMap(({ url, symptoms = '' }) =>
    symptoms
      .split('\n')
      .filter((symptom) => symptom !== '' && !first(symptom, 5).includes(url))
      .map((symptom) => `“${symptom}” of ${url}: first are ${first(symptom).join(' ')}`),
  );
  assert.deepEqual(missed, []);
});

test('a question that nothing answers gets nothing, and counts say what a choice would leave', () => {
  assert.equal(engine.search('zyxwvut', {}, 3).total, 0);
  const all = engine.search('lock', {}, 3);
  const { Pattern = 0 } = all.counts.kind;
  assert.ok(Pattern > 0 && Pattern < all.total);
  assert.equal(engine.search('lock', { kind: 'Pattern' }, 3).total, Pattern);
});

test('the pattern that is called what was asked for comes before those that only resemble it', () => {
  const names = ['lock', 'rlock', 'event', 'condition', 'semaphore', 'queue', 'pool', 'pipe'];
  const wrong = names.flatMap((name) => {
    const hits = engine.search(name, { kind: 'Pattern' }, 1).hits;
    const [found = ''] = hits.map(({ document }) => document.url);
    return found.endsWith(`/${name}/`) ? [] : [`“${name}”: first is ${found}`];
  });
  assert.deepEqual(wrong, []);
  assert.deepEqual(first('Lock', 1), ['/patterns/threads/lock/']);
});

test('an excerpt of a table is one row, whose cells are kept apart', () => {
  const rows = documents.flatMap(({ url, text = '' }) => (text.includes(' · ') ? [url] : []));
  assert.ok(rows.length > 30, `${rows.length} pages with tables`);
  const lock = documents.find(({ url }) => url === '/patterns/threads/lock/');
  assert.match(lock?.text ?? '', / with lock: · acquire\(\), try, finally, release\(\)\. /);
  const run = documents.filter(({ text = '' }) => /Python (?:· )?TypeScript on Node/.test(text));
  assert.deepEqual(run, []);
  const [hit] = engine.search('Atomics.notify lock.release', {}, 1).hits;
  const excerpt = hit?.excerpt.map(({ text }) => text).join('') ?? '';
  assert.match(excerpt, / · /);
  assert.doesNotMatch(excerpt, /\. /);
});

test('an excerpt shows the words that were found', () => {
  const [hit] = engine.search('counter too low', {}, 1).hits;
  const marked = hit?.excerpt
    .filter(({ isMatch }) => isMatch)
    .map(({ text }) => text.toLowerCase());
  assert.ok(
    marked?.some((text) => text.includes('low')),
    JSON.stringify(hit),
  );
});
