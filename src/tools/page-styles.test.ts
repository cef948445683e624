import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { joinStyles } from './page-styles.ts';

const link = (name: string): string => `<link rel="stylesheet" href="/repo/_astro/${name}.css">`;
const files: Record<string, string> = {
  '_astro/a.css': 'a{}',
  '_astro/b.css': 'b{}',
  '_astro/alone.css': 'c{}',
  '_astro/late.css': 'd{}',
  '_astro/x.js': 'load("late.css")',
  'index.html': `<head>${link('b')}${link('a')}</head>`,
  'guide/index.html': `<head>${link('b')}${link('a')}</head>`,
  '404.html': `<head>${link('alone')}</head>`,
};
let site = '';

before(async () => {
  site = await mkdtemp(join(tmpdir(), 'interleave-styles-'));
  for (const folder of ['_astro', 'guide']) await mkdir(join(site, folder));
  for (const [name, text] of Object.entries(files)) await writeFile(join(site, name), text);
  await joinStyles(site, '/repo/');
});
after(() => rm(site, { recursive: true }));

test('pages with the same stylesheets share one that joins them in their order', async () => {
  const html = await readFile(join(site, 'index.html'), 'utf8');
  const [, name = ''] =
    /^<head><link rel="stylesheet" href="\/repo\/_astro\/(page\.[\w-]{8}\.css)"><\/head>$/.exec(
      html,
    ) ?? [];
  assert.equal(await readFile(join(site, '_astro', name), 'utf8'), 'b{}a{}');
  assert.equal(await readFile(join(site, 'guide/index.html'), 'utf8'), html);
});

test('a stylesheet that a page or a script still asks for stays, the others go', async () => {
  const left = (await readdir(join(site, '_astro'))).filter((name) => !name.startsWith('page.'));
  assert.deepEqual(left.sort(), ['alone.css', 'late.css', 'x.js']);
});
