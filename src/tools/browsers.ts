/**
 * A reader's journey through the built site (`dist`), in Firefox and in WebKit where they can be had:
 * a page is found, its experiment tried, its program edited, stopped, reset and shared, a question
 * answered, the theme switched; and every pair runs and keeps its contract. In Chromium Playwright
 * goes further than this; with `--browser chromium` the journey itself is put to the test.
 *
 * Usage: `node src/tools/browsers.ts [--browser firefox,webkit] [--only edit,threads/lock]`
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BROWSERS, type Page } from './browsers/browser.ts';
import { edited, keepsItsContract, type Stage, stopped } from './browsers/journey.ts';
import { openIfAvailable } from './browsers/open.ts';
import { tried } from './browsers/stages/experiment.ts';
import { found } from './browsers/stages/find.ts';
import { answered } from './browsers/stages/interact.ts';
import { reset } from './browsers/stages/reset.ts';
import { shared, sharedAtOnce } from './browsers/stages/share.ts';
import { themed } from './browsers/stages/theme.ts';
import { root } from './run.ts';
import { serve } from './serve.ts';
import { formatTally, type Tally } from './tally.ts';
import { loadPatterns } from './verify/pattern.ts';

const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'firefox,webkit' },
    only: { type: 'string' },
  },
});
const only = values.only?.split(',');
const patterns = await loadPatterns(join(root, 'content/patterns'));
const visits = [found, tried, edited, stopped, answered, sharedAtOnce, shared, reset, themed];
const stages: Stage[] = [...visits, ...patterns.map(keepsItsContract)].filter(
  ({ name }) => only?.includes(name) ?? true,
);
const total: Tally = { passed: 0, failed: 0, skipped: 0 };
await using site = await serve({ root: join(root, 'dist'), port: 0 });
for (const name of BROWSERS) {
  if (!values.browser.split(',').includes(name)) continue;
  await using browser = await openIfAvailable(name);
  if (browser === undefined) {
    total.skipped++;
    continue;
  }
  for (const stage of stages) {
    const open = (path: string): Promise<Page> => browser.open(new URL(path, site.url).href);
    const first = await attempt(stage, open);
    // As in the other steps, a stall of a shared machine fails nothing, and is named.
    const faults = first.length === 0 ? first : await attempt(stage, open);
    const unsteady = first.length > 0 && faults.length === 0;
    const word = faults.length > 0 ? 'FAILED  ' : unsteady ? 'unsteady' : 'ok      ';
    console.log(`  ${word} ${name}: ${stage.name}`);
    for (const fault of unsteady ? first : faults) console.log(`           ${fault}`);
    total[faults.length === 0 ? 'passed' : 'failed']++;
  }
}
console.log(`\n${formatTally(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function attempt(
  stage: Stage,
  open: (path: string) => Promise<Page>,
): Promise<readonly string[]> {
  try {
    return await stage.run(open);
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
