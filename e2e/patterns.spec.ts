/** Every pair, run in the page, is held to the contract that it declares. */
import { resolve } from 'node:path';
import { checkContract } from '../src/shared/contract.ts';
import { loadPatterns } from '../src/tools/verify/pattern.ts';
import { readRecording } from '../src/tools/verify/recording.ts';
import { expect, test } from './fixtures.ts';
import { PairPage } from './pair-page.ts';

/** A busy machine computes for a long time what takes two seconds on an idle one. */
const patience = 75_000;

for (const { id, folder, pattern, faults } of await loadPatterns(resolve('content/patterns'))) {
  test(`${id} keeps its contract in the page`, async ({ page }) => {
    test.setTimeout(patience + 15_000);
    const recording = readRecording(folder, id);
    if (pattern === undefined || 'fault' in recording) {
      throw new Error([...faults, 'fault' in recording ? recording.fault : ''].join('\n'));
    }
    await page.goto(`/patterns/${id}/`);
    const pair = new PairPage(page);
    await pair.button('Run').click();
    const { code: exitCode, seconds } = await pair.end(patience);
    const actual = await pair.output();
    const run = { recorded: recording.python, actual, exitCode, seconds };
    expect(checkContract(pattern.contract, run)).toEqual([]);
  });
}
