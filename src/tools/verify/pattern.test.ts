import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makePatterns, pageWith } from './fixture.ts';
import { loadPatterns } from './pattern.ts';

async function faultsOf(root: string): Promise<string[]> {
  const [loaded] = await loadPatterns(root);
  return loaded?.faults ?? ['nothing was loaded'];
}

test('loadPatterns() finds a whole pattern and its contract', async (context) => {
  const [loaded, ...others] = await loadPatterns(makePatterns(context));
  assert.equal(others.length, 0);
  assert.equal(loaded?.id, 'threads/sample');
  assert.deepEqual(loaded?.faults, []);
  assert.equal(loaded?.pattern?.contract.lines, 'exact');
});

test('loadPatterns() names every missing program and says to add it', async (context) => {
  const root = makePatterns(context, { 'main.py': undefined, 'main.ts': undefined });
  assert.deepEqual(await faultsOf(root), [
    'content/patterns/threads/sample/main.py is missing: add the Python program.',
    'content/patterns/threads/sample/main.ts is missing: add the TypeScript port.',
  ]);
});

test('loadPatterns() names the field of a contract that the schema declines', async (context) => {
  const page = pageWith('lines: exact', 'lines: exactly');
  const [fault = ''] = await faultsOf(makePatterns(context, { 'index.mdx': page }));
  assert.match(fault, /^content\/patterns\/threads\/sample\/index\.mdx: /);
  assert.match(fault, /contract\.lines/);
});

test('loadPatterns() names the expression of a contract that does not compile', async (context) => {
  const page = pageWith('lines: exact', "lines: exact\n  mask: [{ pattern: '(', means: x }]");
  const [fault = ''] = await faultsOf(makePatterns(context, { 'index.mdx': page }));
  assert.match(fault, /Unterminated group.*contract\.mask\[0\]\.pattern/s);
});

test('loadPatterns() reports front matter that is not YAML, or absent', async (context) => {
  const broken = makePatterns(context, { 'index.mdx': '---\na: [\n---\n' });
  assert.match((await faultsOf(broken))[0] ?? '', /the front matter is not YAML/);
  const absent = makePatterns(context, { 'index.mdx': 'Text.' });
  assert.match((await faultsOf(absent))[0] ?? '', /no front matter/);
});

test('loadPatterns() names the lines that are too wide for a column', async (context) => {
  const root = makePatterns(context, { 'main.ts': `console.log('a');\n//${'x'.repeat(71)}\n` });
  assert.deepEqual(await faultsOf(root), [
    'content/patterns/threads/sample/main.ts:2 is 73 columns wide: break it; a column of a pair shows 72.',
  ]);
});

test('loadPatterns() takes a model or a pattern, and rejects a name that is neither', async (context) => {
  const root = makePatterns(context);
  assert.equal((await loadPatterns(root, 'threads')).length, 1);
  assert.equal((await loadPatterns(root, 'threads/sample')).length, 1);
  await assert.rejects(loadPatterns(root, 'thread'), /--only thread names no folder/);
});

test('loadPatterns() says which section, link or field a page lacks, and what is still to be written', async (context) => {
  const page = pageWith('## The hazard', 'TODO: say what goes wrong.')
    .replace('symptoms: [nothing happens]\n', '')
    .replace('[threading.Thread]', '[Thread.start]')
    .replace('[threads/sample]', '[threads/absent]');
  const faults = (await faultsOf(makePatterns(context, { 'index.mdx': page }))).join('\n');
  for (const fault of [
    /has no section “## The hazard”: say what goes wrong/,
    /has no symptoms: write at least one/,
    /no documentation is known for “Thread\.start”\. Write it with its module/,
    /related: there is no pattern threads\/absent/,
    /index\.mdx:\d+ is still to be written: say what goes wrong\./,
  ]) {
    assert.match(faults, fault);
  }
});
