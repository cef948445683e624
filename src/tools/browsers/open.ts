/** Opens browsers by their names. */
import { type Browser, BrowserMissing, type BrowserName } from './browser.ts';
import { openChromium } from './chromium.ts';
import { openFirefox } from './firefox.ts';
import { openWebKit } from './webkit.ts';

const open: Readonly<Record<BrowserName, () => Promise<Browser>>> = {
  chromium: openChromium,
  firefox: openFirefox,
  webkit: openWebKit,
};

/**
 * Opens a browser, installing it where that is possible.
 * @throws {Error} when one that is there does not start; and for Chromium also when it is missing,
 *   since without it next to nothing would be tested
 */
export function openBrowser(name: BrowserName): Promise<Browser> {
  return open[name]();
}

/** As {@link openBrowser}, but a missing one is said, and `undefined` comes back. */
export async function openIfAvailable(name: BrowserName): Promise<Browser | undefined> {
  try {
    const browser = await openBrowser(name);
    console.log(`Using ${browser.version}.`);
    return browser;
  } catch (error) {
    if (!(error instanceof BrowserMissing)) throw error;
    console.log(`Skipping ${name}: ${error.message}`);
    return undefined;
  }
}
