/** How much a reader's browser loads for a page before anything is run, as a host sends it. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

export interface PageSize {
  /** The path below the base. */
  path: string;
  /** Bytes of the page, its stylesheets and its scripts with what those import, by brotli. */
  bytes: number;
  /** Bytes of the fonts that the stylesheets name. */
  fonts: number;
}

export interface Budget {
  /** Which pages it holds for. */
  pages: RegExp;
  bytes: number;
}

export const FONT_BUDGET = 40_000;
/** What a pattern's page should weigh; `npm run bench` tells how many weigh more. */
export const AIM = 15_000;
/**
 * The first that fits a page holds. The playground, the ledger and the map of names carry what they
 * are for, the home page a pair and the list of all patterns, the index all patterns with what they
 * are found by. The last is above the aim by what the pages with the most text need today; lower it
 * with them.
 */
export const budgets: readonly Budget[] = [
  { pages: /^(playground|compatibility|names)\/$/, bytes: 30_000 },
  { pages: /^$/, bytes: 20_000 },
  { pages: /^patterns\/$/, bytes: 17_500 },
  { pages: /^/, bytes: 16_000 },
];

/** @param base the path below which the site stands */
export async function measurePages(site: string, base: string): Promise<PageSize[]> {
  const names = (await readdir(site, { recursive: true })).filter((name) => name.endsWith('.html'));
  const assets = new Assets(site, base);
  const sizes = await Promise.all(
    names.map(async (name) => {
      const html = await readFile(join(site, name), 'utf8');
      return { path: name.replace(/(^|\/)index\.html$/, '$1'), ...(await assets.weigh(html)) };
    }),
  );
  return sizes.sort((a, b) => b.bytes - a.bytes);
}

/** What is too heavy, in words that say by how much; empty when all is well. */
export function overBudget(sizes: readonly PageSize[]): string[] {
  return sizes.flatMap(({ path, bytes, fonts }) => {
    const limit = budgets.find(({ pages }) => pages.test(path))?.bytes ?? 0;
    const page = `/${path}`;
    return [
      ...(bytes > limit
        ? [
            `${page} loads ${bytes} bytes of HTML, CSS and scripts; its budget is ${limit}. Shorten it, or load a part of it later.`,
          ]
        : []),
      ...(fonts > FONT_BUDGET
        ? [
            `${page} loads ${fonts} bytes of fonts; the budget is ${FONT_BUDGET}. Take a smaller subset.`,
          ]
        : []),
    ];
  });
}

class Assets {
  readonly #site: string;
  readonly #base: string;
  readonly #texts = new Map<string, Promise<string>>();

  constructor(site: string, base: string) {
    this.#site = site;
    this.#base = base;
  }

  async weigh(html: string): Promise<{ bytes: number; fonts: number }> {
    const asked = new Set<string>();
    const fonts = new Set<string>();
    const load = async (name: string): Promise<void> => {
      if (asked.has(name)) return;
      asked.add(name);
      const text = await this.#read(name);
      const found = name.endsWith('.css') ? text.matchAll(/url\(([^)]+\.woff2)\)/g) : [];
      for (const [, url] of found) fonts.add(this.#nameOf(url ?? ''));
      if (!name.endsWith('.js')) return;
      // Static imports only: those by `import()` come when they are wanted.
      for (const [, file] of text.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+)["']/g)) {
        await load(`_astro/${file}`);
      }
    };
    for (const [, url] of html.matchAll(
      /<(?:script|link)\b[^>]* (?:src|href)="([^"]+\.(?:js|css))"/g,
    )) {
      await load(this.#nameOf(url ?? ''));
    }
    const texts = await Promise.all([...asked].map((name) => this.#read(name)));
    const sizes = [html, ...texts].map((text) => brotliCompressSync(text).length);
    const fontSizes = [...fonts].map(
      async (name) => (await readFile(join(this.#site, name))).length,
    );
    return { bytes: sum(sizes), fonts: sum(await Promise.all(fontSizes)) };
  }

  #nameOf(url: string): string {
    return url.slice(this.#base.length);
  }

  #read(name: string): Promise<string> {
    const text = this.#texts.get(name) ?? readFile(join(this.#site, name), 'utf8');
    this.#texts.set(name, text);
    return text;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
