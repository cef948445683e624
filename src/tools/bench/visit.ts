/** The built site in a Chromium, for what can only be measured as a reader has it. */
import { type Browser, chromium, type Page } from 'playwright';
import { ensureChromium } from '../chromium.ts';
import { type RunningServer, serve } from '../serve.ts';

export interface Visit extends AsyncDisposable {
  /**
   * Does `action` in a browser of its own, where nothing is in any cache. The service worker is
   * left out: it fetches in the background what the page does not need.
   */
  withPage<T>(path: string, size: PageExtent, action: (page: Page) => Promise<T>): Promise<T>;
}

/** Of the visible part, in CSS pixels. */
export interface PageExtent {
  width: number;
  height: number;
}

export const phone: PageExtent = { width: 412, height: 823 };
export const desk: PageExtent = { width: 1280, height: 800 };

/**
 * @param site the folder of the built site
 * @param base the path below which it was built
 */
export async function openVisit(site: string, base: string): Promise<Visit> {
  const server: RunningServer = await serve({ root: site, port: 0, base, compress: true });
  const executablePath = await ensureChromium();
  return {
    async withPage(path, viewport, action) {
      const browser: Browser = await chromium.launch({ executablePath });
      try {
        const page = await browser.newPage({ viewport, serviceWorkers: 'block' });
        await page.goto(`${server.url}${path}`, { waitUntil: 'networkidle' });
        return await action(page);
      } finally {
        await browser.close();
      }
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
