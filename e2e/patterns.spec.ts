/** Every pair, run in the page, is held to the contract that it declares, and to its experiments. */
import { resolve } from 'node:path';
import { checkRun, type Experiment, holds, runsOf } from '../src/shared/experiment.ts';
import { holdRuns } from '../src/tools/verify/hold-runs.ts';
import { loadPatterns } from '../src/tools/verify/pattern.ts';
import { readRecording } from '../src/tools/verify/recording.ts';
import { expect, test } from './fixtures.ts';
import { PairPage } from './pair-page.ts';

/** A busy machine computes for a long time what takes two seconds on an idle one. */
const patience = 75_000;

for (const { id, folder, pattern, faults } of await loadPatterns(resolve('content/patterns'))) {
  test(`${id} keeps its contract in the page`, async ({ page }) => {
    test.setTimeout(3 * patience + 15_000);
    const recording = readRecording(folder, id);
    if (pattern === undefined || 'fault' in recording) {
      throw new Error([...faults, 'fault' in recording ? recording.fault : ''].join('\n'));
    }
    await page.goto(`/patterns/${id}/`);
    const pair = new PairPage(page);
    const violations = await holdRuns(pattern.contract, recording.python, async () => {
      await pair.button('Run').click();
      const { code, seconds } = await pair.end(patience);
      return { actual: await pair.output(), exitCode: code, seconds };
    });
    expect(violations).toEqual([]);
  });

  for (const experiment of pattern?.experiments ?? []) {
    test(`${id} shows in the page what “${experiment.id}” says`, async ({ page }) => {
      test.setTimeout(runsOf(experiment) * patience + 30_000);
      await page.goto(`/patterns/${id}/`);
      const pair = new PairPage(page);
      const runs: string[][] = [];
      while (runs.length < runsOf(experiment) && !holds(experiment, runs)) {
        runs.push(await tryOnce(pair, experiment));
      }
      expect(holds(experiment, runs), runs.flat().join('\n')).toBe(true);
    });
  }
}

/** Presses the experiment's button; what should not end is stopped once it has shown what it shows. */
async function tryOnce(pair: PairPage, experiment: Experiment): Promise<string[]> {
  await pair.button(`Try: ${experiment.title}`).click();
  if (experiment.expect.exit !== 'none') {
    const { code } = await pair.end(patience);
    return checkRun(experiment, { output: await pair.output(), exitCode: code });
  }
  let faults: string[] = [];
  await expect
    .poll(
      async () => {
        const status = await pair.status.innerText();
        const ended = /with code/.test(status);
        // Before the run begins, its place shows the recording.
        if (!ended && !status.startsWith('Running')) return false;
        const output = await pair.output();
        faults = checkRun(experiment, { output, exitCode: ended ? 0 : 'none' });
        return faults.length === 0 || ended;
      },
      { timeout: patience },
    )
    .toBe(true);
  await pair.button('Stop').click();
  await pair.end();
  return faults;
}
