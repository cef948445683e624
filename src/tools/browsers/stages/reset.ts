/** An edit outlives the page; Reset ends it, and it does not come back. */
import type { Stage } from '../journey.ts';
import { PairDriver } from '../pair-driver.ts';

const PAIR = 'patterns/asyncio/tasks/';

export const reset: Stage = {
  name: 'reset',
  async run(open) {
    const visit = async (): Promise<PairDriver> => {
      await open('404.html');
      return new PairDriver(await open(PAIR));
    };
    const before = await visit();
    const original = await before.shows('[data-source="main.ts"] [data-block]', '');
    await before.edit('console.log("mine")');
    await before.shows('[data-edited]', '^edited$');

    const again = await visit();
    await again.shows('.cm-content', '^console.log\\("mine"\\)$');
    await again.press('Reset');
    await again.shows('[data-edited]', '^$');

    const after = await visit();
    await after.press('Run');
    const { code } = await after.end();
    const shown = await after.shows('[data-source="main.ts"] [data-block]', '');
    const faults = code === 0 ? [] : [`after Reset it ended with code ${code}`];
    if (shown !== original) faults.push('the program is not the original after Reset');
    if ((await after.output()).includes('mine')) faults.push('the edit still runs after Reset');
    return faults;
  },
};
