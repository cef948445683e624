/** Chromium, through Playwright. */
import { chromium, type Page as PlaywrightPage } from 'playwright';
import { ensureChromium } from '../chromium.ts';
import { type Browser, keys, type Page } from './browser.ts';
import { callOf, resultOf } from './wire.ts';

/** @throws {Error} when none starts here */
export async function openChromium(): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: await ensureChromium() });
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error('In the page:', error));
  page.on('console', (message) => {
    if (message.type() === 'error') console.error('In the page:', message.text());
  });
  return {
    name: 'chromium',
    version: `Chromium ${browser.version()}`,
    async open(url) {
      await page.goto(url);
      return pageOf(page);
    },
    [Symbol.asyncDispose]: () => browser.close(),
  };
}

const playwrightNames: Readonly<Record<string, string>> = {
  [keys.arrowDown]: 'ArrowDown',
  [keys.enter]: 'Enter',
};

function pageOf(page: PlaywrightPage): Page {
  return {
    evaluate: async (action, arg) =>
      resultOf(await page.evaluate<string>(`(${callOf(action, arg)})()`)),
    click: (x, y) => page.mouse.click(x, y),
    async type(text) {
      for (const key of text) {
        if (key === keys.control) await page.keyboard.down('Control');
        else if (key === keys.release) await page.keyboard.up('Control');
        else await page.keyboard.press(playwrightNames[key] ?? key);
      }
    },
  };
}
