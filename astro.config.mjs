import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { contentCheck } from './src/catalogue/content-check-integration.ts';
import { codeDefaultColor, codeThemes } from './src/components/code-themes.ts';
import { engineLibrary } from './src/tools/engine-library.ts';
import { engineScripts } from './src/tools/engine-scripts.ts';
import { readEngineSettings } from './src/tools/engine-settings.ts';
import { hostHeaders } from './src/tools/host-headers.ts';
import { offlineSite } from './src/tools/offline-site.ts';
import { pageBudgets } from './src/tools/page-budgets.ts';
import { pageStyles } from './src/tools/page-styles.ts';
import { readBase, readSite } from './src/tools/site-settings.ts';
import { shortNames, withoutPreloadHelper } from './src/tools/small-pages.ts';
import { socialCards } from './src/tools/social-cards.ts';

const settings = readEngineSettings(process.env);
const base = readBase(process.env);
const site = readSite(process.env);

/** Cross-origin isolation: without it the browser withholds SharedArrayBuffer. */
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': settings.coep,
  'Cross-Origin-Resource-Policy': 'same-origin',
};

export default defineConfig({
  base,
  ...(site && { site }),
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  server: { headers: isolation },
  markdown: { shikiConfig: { themes: codeThemes, defaultColor: codeDefaultColor } },
  integrations: [
    contentCheck(),
    mdx(),
    pageStyles(base),
    engineLibrary(),
    hostHeaders(settings, base),
    socialCards(),
    offlineSite(settings, base),
    pageBudgets(base),
  ],
  vite: {
    define: { __INTERLEAVE_ENGINE__: JSON.stringify(settings) },
    plugins: [engineScripts(), shortNames(), withoutPreloadHelper()],
    build: {
      // A script in a page would need its hash in the page's policy, which is the same for all pages.
      assetsInlineLimit: 0,
      rolldownOptions: {
        onLog(level, log, handler) {
          // Astro marks every compiled MDX page with 'use astro:jsx', which Rolldown reports.
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
        },
      },
    },
  },
});
