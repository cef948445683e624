/** A link of Share carries code to somebody else: shown as not theirs, and run only when asked. */
import { keys, type Page } from '../browser.ts';
import type { Stage } from '../journey.ts';
import { PairDriver } from '../pair-driver.ts';
import { PartDriver } from '../part-driver.ts';

const PAIR = 'patterns/asyncio/tasks/';

export const shared: Stage = {
  name: 'share',
  async run(open) {
    const page = await open(PAIR);
    const writer = new PairDriver(page);
    await writer.edit('console.log("shared " + (6 * 7))');
    await writer.press('Share');
    await writer.shows('button', '^Copied$');
    const link = await pasted(page, '#code=1\\.');
    await writer.write('console.log("mine")');
    await writer.shows('[data-edited]', '^edited$');

    // Another page between the two: a fragment alone would not load the page again.
    await open('404.html');
    const reader = new PairDriver(await open(link));
    await reader.shows('.cm-content', 'shared " \\+ \\(6 \\* 7\\)');
    await reader.shows('p', 'somebody else wrote it');
    await reader.shows('[data-edited]', '^not yours$');
    await reader.until('status', 'recorded');
    const faults: string[] = [];
    if ((await reader.output()).includes('shared')) faults.push('it ran without being asked');
    await reader.press('Run');
    const { code } = await reader.end();
    const output = (await reader.output()).trim();
    if (output !== 'shared 42' || code !== 0) {
      faults.push(`it printed ${JSON.stringify(output)} and ended with code ${code}`);
    }
    await reader.press('Bring my edit back');
    await reader.shows('.cm-content', 'console.log\\("mine"\\)');
    await reader.press('Reset');
    return faults;
  },
};

/** Nothing of the page's code is there yet at the first press, and Safari copies only in the press. */
export const sharedAtOnce: Stage = {
  name: 'share-at-once',
  async run(open) {
    const page = await open(PAIR);
    const pair = new PairDriver(page);
    await pair.press('Share');
    await pair.shows('button', '^Copied$');
    const link = await pasted(page, `/${PAIR}`);
    return link.includes('#') ? [`the link of an unchanged page is ${link}`] : [];
  },
};

/** What the clipboard holds, as a reader sees it: pasted into the field of the search. */
async function pasted(page: Page, pattern: string): Promise<string> {
  const search = new PartDriver(page, 'il-search');
  await search.press('Search');
  await search.focus('input');
  await page.type(`${keys.control}av${keys.release}`);
  const text = await search.shows('input', pattern, 'value');
  await search.press('Close');
  return text;
}
