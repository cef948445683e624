import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { contentCheck } from './src/catalogue/content-check-integration.ts';
import { searchIndex } from './src/catalogue/search-integration.ts';
import { codeDefaultColor, codeThemes } from './src/components/code-themes.ts';
import { engineLibrary } from './src/tools/engine-library.ts';
import { engineScripts } from './src/tools/engine-scripts.ts';

/** Cross-origin isolation: without it the browser withholds SharedArrayBuffer. */
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

export default defineConfig({
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  server: { headers: isolation },
  markdown: { shikiConfig: { themes: codeThemes, defaultColor: codeDefaultColor } },
  integrations: [contentCheck(), mdx(), searchIndex(), engineLibrary()],
  vite: {
    plugins: [engineScripts()],
    build: {
      rolldownOptions: {
        onLog(level, log, handler) {
          // Astro marks every compiled MDX page with 'use astro:jsx', which Rolldown reports.
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
        },
      },
    },
  },
});
