/** One press of Try changes the program, runs it, and what it prints is what the text says. */
import { join } from 'node:path';
import { checkRun } from '../../../shared/experiment.ts';
import { root } from '../../run.ts';
import { loadPatterns } from '../../verify/pattern.ts';
import type { Stage } from '../journey.ts';
import { PairDriver } from '../pair-driver.ts';

const PATTERN = 'asyncio/tasks';

export const tried: Stage = {
  name: 'experiment',
  async run(open) {
    const [loaded] = await loadPatterns(join(root, 'content/patterns'), PATTERN);
    const experiment = loaded?.pattern?.experiments.find(({ expect }) => !expect.chance);
    if (experiment === undefined) return [`${PATTERN} has no experiment that is sure to hold`];
    const pair = new PairDriver(await open(`patterns/${PATTERN}/`));
    await pair.press(`Try: ${experiment.title}`);
    const { code } = await pair.end();
    const faults = checkRun(experiment, { output: await pair.output(), exitCode: code });
    await pair.shows('[data-edited]', '^experiment$');
    await pair.shows('.cm-changedLine', experiment.edits[0]?.replace.slice(0, 12) ?? '');
    await pair.press('Reset');
    await pair.shows('[data-edited]', '^$');
    return faults;
  },
};
