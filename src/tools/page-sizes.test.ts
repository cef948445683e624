import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { measurePages, overBudget } from './page-sizes.ts';

const size = (text: string): number => brotliCompressSync(text).length;
const html =
  '<link rel="stylesheet" href="/repo/_astro/a.css"><script type="module" src="/repo/_astro/a.js"></script>';
const files: Record<string, string> = {
  'index.html': html,
  '_astro/a.css': '@font-face{src:url(/repo/_astro/f.woff2)}',
  '_astro/f.woff2': '12345',
  '_astro/a.js': 'import{b}from"./b.js";import("./later.js")',
  '_astro/b.js': 'import"./a.js";export const b=1',
  '_astro/later.js': 'x'.repeat(1000),
};
let site = '';

before(async () => {
  site = await mkdtemp(join(tmpdir(), 'interleave-sizes-'));
  await mkdir(join(site, '_astro'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(site, name), text);
});
after(() => rm(site, { recursive: true }));

test('a page weighs what it loads, with what its scripts import, as at the root of a host, and not what they import later', async () => {
  const [home] = await measurePages(site, '/repo/');
  const loaded = ['index.html', '_astro/a.css', '_astro/a.js', '_astro/b.js'];
  const bytes = loaded.reduce(
    (sum, name) => sum + size((files[name] ?? '').replaceAll('/repo/', '/')),
    0,
  );
  assert.deepEqual(home, { path: '', bytes, fonts: 5 });
});

test('a page over its budget is named with its size and the budget', () => {
  const at = (path: string, bytes: number, fonts = 0) => ({ path, bytes, fonts });
  assert.deepEqual(overBudget([at('guide/gil/', 15_000, 40_000), at('names/', 24_500)]), []);
  const [page, fonts, ...rest] = overBudget([at('guide/gil/', 15_001, 40_001)]);
  assert.match(page ?? '', /^\/guide\/gil\/ loads 15001 bytes .* its budget is 15000\./);
  assert.match(fonts ?? '', /40001 bytes of fonts; the budget is 40000/);
  assert.deepEqual(rest, []);
});
