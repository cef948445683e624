/** How much a reader's browser loads for a page before anything is run, as a host sends it. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { pagePath } from '../shared/page-path.ts';

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
/** What a page may weigh, with the pairs that stand on it. */
export const PAGE_BUDGET = 15_000;
/**
 * The first that fits a page holds. The map of names and the ledger are long tables, the index has
 * all patterns with what they are found by, the home page a pair and the list of all patterns.
 */
export const budgets: readonly Budget[] = [
  { pages: /^names\/$/, bytes: 24_500 },
  { pages: /^$/, bytes: 18_500 },
  { pages: /^compatibility\/$/, bytes: 19_000 },
  { pages: /^patterns\/$/, bytes: 17_000 },
  { pages: /^/, bytes: PAGE_BUDGET },
];

/**
 * Weighs every page as it is at the root of a host: where somebody puts the site, with a longer
 * path in each of its links, is not what a budget is to decide.
 *
 * @param base the path below which the site stands
 */
export async function measurePages(site: string, base: string): Promise<PageSize[]> {
  const names = (await readdir(site, { recursive: true })).filter((name) => name.endsWith('.html'));
  const assets = new Assets(site, base);
  const sizes = await Promise.all(
    names.map(async (name) => {
      const html = await readFile(join(site, name), 'utf8');
      return { path: pagePath(name), ...(await assets.weigh(html)) };
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
            `${page} loads ${bytes} bytes of HTML, CSS and scripts; its budget is ${limit}. Shorten its text, or load a part of it when it is asked for.`,
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
    const sizes = [html, ...texts].map((text) => this.#weightOf(text));
    const fontSizes = [...fonts].map(
      async (name) => (await readFile(join(this.#site, name))).length,
    );
    return { bytes: sum(sizes), fonts: sum(await Promise.all(fontSizes)) };
  }

  #weightOf(text: string): number {
    return brotliCompressSync(text.replaceAll(this.#base, '/')).length;
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
