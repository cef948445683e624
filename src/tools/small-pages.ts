/**
 * Vite plugins that take weight off every page: short names of what only the build and the browser
 * read, and no helper for preloading the parts of a dynamic import, which weighs more than what it
 * loads here and saves one round trip.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroUserConfig } from 'astro';
import { root } from './run.ts';

type VitePlugin = Extract<
  NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number],
  { name: string }
>;

const scope = /data-astro-cid-[a-z0-9]{8}/g;
const property = /--(?:il|pair|syn)-[a-z0-9-]+/g;
/** Not within a property's name, nor in that of a file. */
const syntaxClass = /(?<![\w-])syn-[a-z]+\b/g;

/**
 * Shortens the names of Astro's style scopes, which stand on every element, of the custom
 * properties, which stand in every rule, and of the classes of a program's colours. In words they
 * are a tenth of a page. They are numbered from the sources as a whole, so that one build gives the
 * same names as the next.
 * @throws {Error} when a name is put together in parts, so that no search for it finds it
 */
export function shortNames(): VitePlugin {
  const scopes = numbered(components().map((file) => join(root, file)));
  const properties = numbered(byUse(property));
  const classes = numbered(byUse(syntaxClass));
  return {
    name: 'interleave:short-names',
    apply: 'build',
    transform(code, id) {
      const short = code
        .replace(scope, () => `data-${nameOf(scopes, id.split('?')[0] ?? id)}`)
        .replace(property, (name) => `--${nameOf(properties, name)}`)
        .replace(syntaxClass, (name) => classes.get(name) ?? name);
      return short === code ? null : { code: short, map: null };
    },
  };
}

function nameOf(names: ReadonlyMap<string, string>, wanted: string): string {
  const name = names.get(wanted);
  if (name !== undefined) return name;
  throw new Error(
    `${wanted} is in none of the sources that ${import.meta.filename} looks through. ` +
      'Write the name whole, in a file below src.',
  );
}

function components(): string[] {
  return globSync('src/**/*.astro', { cwd: root }).sort();
}

/** The most used first: those get a single letter. */
function byUse(pattern: RegExp): string[] {
  const uses = new Map<string, number>();
  for (const file of globSync('src/**/*.{astro,css,ts}', { cwd: root })) {
    if (file.endsWith('.test.ts')) continue;
    for (const [name] of readFileSync(join(root, file), 'utf8').matchAll(pattern)) {
      uses.set(name, (uses.get(name) ?? 0) + 1);
    }
  }
  return [...uses].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([name]) => name);
}

/** Names by place: `a` to `z`, then `ba`, `bb` and so on. */
function numbered(names: readonly string[]): Map<string, string> {
  return new Map(names.map((name, index) => [name, letters(index)]));
}

function letters(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26)) + last;
}

const PRELOAD_HELPER = '\0vite/preload-helper.js';
/** A call of the helper, as Vite writes it around an import whose names it knows, or around another. */
const wrapped =
  /__vitePreload\(async \(\) => \{\s*const \{[^}]*\} = await (import\("[^"]*"\));\s*return \{[^}]*\};\s*\}, __VITE_PRELOAD__\)|__vitePreload\(\(\) => (import\("[^"]*"\)(?:(?!__vitePreload)[\s\S])*?), __VITE_PRELOAD__\)/g;

/**
 * Imports parts directly, as the browser does.
 * @throws {Error} when such a part brings a stylesheet: the helper would have loaded it
 */
export function withoutPreloadHelper(): VitePlugin {
  return {
    name: 'interleave:without-preload-helper',
    apply: 'build',
    enforce: 'pre',
    config: () => ({ build: { modulePreload: false } }),
    renderChunk(code) {
      const direct = code.replace(
        wrapped,
        (_, named?: string, plain?: string) => named ?? plain ?? '',
      );
      return direct === code ? null : { code: direct, map: null };
    },
    load(id) {
      return id === PRELOAD_HELPER ? 'export const __vitePreload = (load) => load();' : null;
    },
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || !chunk.isDynamicEntry || this.environment.name !== 'client')
          continue;
        const styles = chunk.viteMetadata?.importedCss.size ?? 0;
        if (styles === 0) continue;
        throw new Error(
          `${chunk.fileName} is imported on demand and has a stylesheet, which nothing would load. ` +
            'Import that with ?inline and adopt it, as terminal.ts does.',
        );
      }
    },
  };
}
