/**
 * Joins the stylesheets of each built page into one. The bundler splits them by what pages share;
 * six small files compress a fifth worse than one and hold up the first paint six times. Pages of
 * one kind still share theirs.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const ASSETS = '_astro';
const sheets = /<link rel="stylesheet" href="([^"]+\.css)">/g;

export function pageStyles(base: string): AstroIntegration {
  return {
    name: 'interleave-page-styles',
    hooks: {
      'astro:build:done': ({ dir }) => joinStyles(fileURLToPath(dir), base),
    },
  };
}

/**
 * Rewrites the pages below `site`, and removes the stylesheets that no page asks for any more.
 * @param base the path below which the site stands
 */
export async function joinStyles(site: string, base: string): Promise<void> {
  const names = await readdir(site, { recursive: true });
  const joined = new Map<string, string>();
  for (const name of names.filter((each) => each.endsWith('.html'))) {
    const file = join(site, name);
    const html = await readFile(file, 'utf8');
    const hrefs = [...html.matchAll(sheets)].flatMap(([, href]) => href ?? []);
    if (hrefs.length < 2) continue;
    const key = hrefs.join();
    const sheet = joined.get(key) ?? (await joinSheets(site, base, hrefs));
    joined.set(key, sheet);
    let isFirst = true;
    const replaced = html.replace(sheets, () => {
      const link = isFirst ? `<link rel="stylesheet" href="${sheet}">` : '';
      isFirst = false;
      return link;
    });
    await writeFile(file, replaced);
  }
  await removeUnused(site, names);
}

async function joinSheets(site: string, base: string, hrefs: readonly string[]): Promise<string> {
  const texts = await Promise.all(
    hrefs.map((href) => readFile(join(site, href.slice(base.length)), 'utf8')),
  );
  const text = texts.join('');
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 8);
  const name = `${ASSETS}/page.${hash}.css`;
  await writeFile(join(site, name), text);
  return `${base}${name}`;
}

async function removeUnused(site: string, names: readonly string[]): Promise<void> {
  const folder = join(site, ASSETS);
  const texts = await Promise.all(
    [
      ...names.filter((name) => name.endsWith('.html')).map((name) => join(site, name)),
      ...(await readdir(folder))
        .filter((name) => /\.js$/.test(name))
        .map((name) => join(folder, name)),
    ].map((file) => readFile(file, 'utf8')),
  );
  const all = texts.join('\n');
  for (const name of await readdir(folder)) {
    if (name.endsWith('.css') && !all.includes(name)) await rm(join(folder, name));
  }
}
