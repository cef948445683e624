/** A symptom leads to its page without a pointer: `/`, words, the arrow key, Enter. */
import { setTimeout } from 'node:timers/promises';
import { keys, type Page } from '../browser.ts';
import type { Stage } from '../journey.ts';
import { PATIENCE, PartDriver } from '../part-driver.ts';

const SYMPTOM = 'two threads wait for each other';
const LEADS_TO = '/patterns/threads/deadlock/';

export const found: Stage = {
  name: 'find',
  async run(open) {
    const page = await open('');
    const dialog = new PartDriver(page, 'il-search dialog');
    // The page listens for keys from here on.
    await new PartDriver(page).shows('il-search:defined', '');
    await page.type('/');
    await dialog.focused('input');
    await page.type(SYMPTOM);
    await dialog.shows('input', `^${SYMPTOM}$`, 'value');
    await dialog.shows('.results[aria-busy="false"] li:first-child a', 'each other');
    await page.type(keys.arrowDown);
    const href = await dialog.focused('.results a');
    await page.type(keys.enter);
    const path = await leave(page, '/');
    const faults: string[] = [];
    if (path !== href.replace(/#.*/, '')) faults.push(`Enter led to ${path} and not to ${href}`);
    if (path !== LEADS_TO) faults.push(`the first result is ${path} and not ${LEADS_TO}`);
    return faults;
  },
};

/** Waits for another page than the one at `path`. @returns where it is */
async function leave(page: Page, path: string): Promise<string> {
  const end = performance.now() + PATIENCE;
  while (performance.now() < end) {
    try {
      const now = await page.evaluate(
        () => (document.readyState === 'complete' ? location.pathname : ''),
        undefined,
      );
      if (now !== '' && now !== path) return now;
    } catch (error) {
      // Nothing answers between two pages; what does not answer for good ends at the bound.
      if (!(error instanceof Error)) throw error;
    }
    await setTimeout(50);
  }
  throw new Error(`the reader is still at ${path}`);
}
