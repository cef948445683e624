/** What other sites show beside a link to a page: its name and its own picture. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../src/tools/run.ts';
import { expect, test } from './fixtures.ts';

const dist = join(root, 'dist');

test('every page says its title, and its picture is there at 1200 by 630', async () => {
  const names = (await readdir(dist, { recursive: true })).filter((name) => name.endsWith('.html'));
  expect(names.length).toBeGreaterThan(50);
  const pictures = new Set<string>();
  for (const name of names) {
    const html = await readFile(join(dist, name), 'utf8');
    const said = (property: string): string =>
      new RegExp(`<meta (?:property|name)="${property}" content="([^"]+)"`).exec(html)?.[1] ?? '';
    const title = /<title>([^<]*)</.exec(html)?.[1]?.replace(/ · Interleave$/, '');
    expect(said('og:title').replaceAll('&#39;', "'"), name).toBe(title?.replaceAll('&#39;', "'"));
    expect(said('og:description'), name).toBe(said('description'));
    expect(said('og:site_name'), name).toBe('Interleave');
    expect(['website', 'article'], name).toContain(said('og:type'));
    expect(said('twitter:card'), name).toBe('summary_large_image');
    const { pathname } = new URL(said('og:image'), 'http://here/');
    pictures.add(pathname);
    const picture = await readFile(join(dist, pathname));
    expect(picture.toString('latin1', 1, 4), pathname).toBe('PNG');
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)], pathname).toEqual([1200, 630]);
  }
  expect(pictures.size).toBe(names.length);
});
