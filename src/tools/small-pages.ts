/**
 * Vite plugins that take weight off every page: names of scopes that are as long as they must be,
 * and no helper for preloading the parts of a dynamic import, which weighs more than what it loads
 * here and saves one round trip.
 */
import type { AstroUserConfig } from 'astro';

type VitePlugin = Extract<
  NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number],
  { name: string }
>;

const scope = /data-astro-cid-([a-z0-9]{4})([a-z0-9]{4})/g;

/**
 * Cuts the names of Astro's style scopes, which stand on every element, to four letters.
 * @throws {Error} when two components come to share a name; then five letters are needed
 */
export function shortScopes(): VitePlugin {
  const full = new Map<string, string>();
  return {
    name: 'interleave:short-scopes',
    apply: 'build',
    transform(code) {
      if (!code.includes('data-astro-cid-')) return null;
      const short = code.replace(scope, (_, head: string, tail: string) => {
        const known = full.get(head) ?? tail;
        if (known !== tail)
          throw new Error(`Two style scopes begin with ${head}: see ${import.meta.filename}.`);
        full.set(head, tail);
        return `data-i-${head}`;
      });
      return { code: short, map: null };
    },
  };
}

const PRELOAD_HELPER = '\0vite/preload-helper.js';

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
