import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { portions } from '../offline/whole-site.ts';
import { writeOffline } from './offline-site.ts';

const page = '<interleave-pair data-program="/repo/patterns/a/b/program.json"></interleave-pair>';
const files: Record<string, string> = {
  'index.html': 'home',
  '404.html': 'not here',
  'offline/index.html': 'offline',
  'patterns/a/b/index.html': page,
  'patterns/a/b/program.json': '{}',
  '_astro/engine.js': 'engine',
  '_astro/huge.js': 'x'.repeat(600_000),
  'social/index.png': 'picture',
  _headers: '/*',
  '.inputs': 'abc',
};
let site = '';

before(async () => {
  site = await mkdtemp(join(tmpdir(), 'interleave-offline-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(site, name)), { recursive: true });
    await writeFile(join(site, name), text);
  }
});
after(() => rm(site, { recursive: true }));

test('the manifest names what readers see by its address, with the programs of a page', async () => {
  const { files, core } = await writeOffline(site, '/repo/', 'require-corp');
  assert.deepEqual(Object.keys(files).sort(), [
    '',
    '404.html',
    '_astro/engine.js',
    '_astro/huge.js',
    'offline/',
    'patterns/a/b/',
    'patterns/a/b/program.json',
  ]);
  assert.deepEqual(files['patterns/a/b/'], {
    hash: files['patterns/a/b/']?.hash,
    bytes: page.length,
    needs: ['patterns/a/b/program.json'],
  });
  assert.deepEqual([...core].sort(), ['', '404.html', '_astro/engine.js', 'offline/']);
});

test('a change of any file makes another version of worker and manifest; none makes none', async () => {
  const first = await writeOffline(site, '/repo/', 'require-corp');
  const again = await writeOffline(site, '/repo/', 'require-corp');
  assert.equal(again.version, first.version);
  await writeFile(join(site, 'patterns/a/b/program.json'), '{"changed":true}');
  const changed = await writeOffline(site, '/repo/', 'require-corp');
  assert.notEqual(changed.version, first.version);
  assert.match(
    await readFile(join(site, 'service-worker.js'), 'utf8'),
    new RegExp(changed.version),
  );
  assert.ok((await readdir(join(site, 'offline'))).includes(`${changed.version}.json`));
});

test('the whole site is asked for in portions, none of them empty', () => {
  const all = [
    ['a', 200_000],
    ['b', 200_000],
    ['c', 900_000],
    ['d', 1],
  ] as const;
  const names = [...portions(all)].map((portion) => portion.map(([path]) => path));
  assert.deepEqual(names, [['a', 'b'], ['c'], ['d']]);
  assert.deepEqual([...portions([])], []);
});
