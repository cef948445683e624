/** The theme that a reader chooses stands at once, and on the next page from its first paint. */
import type { Page } from '../browser.ts';
import type { Stage } from '../journey.ts';
import { PartDriver } from '../part-driver.ts';

export const themed: Stage = {
  name: 'theme',
  async run(open) {
    const page = await open('guide/');
    const header = new PartDriver(page);
    const before = await ground(page);
    await header.press('Switch to');
    const chosen = await ground(page);
    const reloaded = await open('guide/');
    const kept = await ground(reloaded);
    await header.press('Switch to');
    const back = await ground(reloaded);
    const faults: string[] = [];
    if (chosen === before) faults.push(`the page stays ${before} when the theme is switched`);
    if (kept !== chosen) faults.push(`the next page is ${kept}, and ${chosen} was chosen`);
    if (back !== before) faults.push(`switched back the page is ${back}, and was ${before}`);
    return faults;
  },
};

/** The colour behind the text. */
function ground(page: Page): Promise<string> {
  return page.evaluate(() => {
    const colours = [document.body, document.documentElement].map(
      (element) => getComputedStyle(element).backgroundColor,
    );
    return colours.find((colour) => colour !== 'rgba(0, 0, 0, 0)') ?? 'without a colour';
  }, undefined);
}
