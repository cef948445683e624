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
    test.setTimeout(3 * patience + 15_000);
    const recording = readRecording(folder, id);
    if (pattern === undefined || 'fault' in recording) {
      throw new Error([...faults, 'fault' in recording ? recording.fault : ''].join('\n'));
    }
    await page.goto(`/patterns/${id}/`);
    const pair = new PairPage(page);
    const seconds: number[] = [];
    let violations: string[];
    do {
      await pair.button('Run').click();
      const outcome = await pair.end(patience);
      seconds.push(outcome.seconds);
      violations = checkContract(pattern.contract, {
        recorded: recording.python,
        actual: await pair.output(),
        exitCode: outcome.code,
        // As `npm run verify` does: the fastest run is held to the time band.
        seconds: Math.min(...seconds),
      });
    } while (violations.length > 0 && pattern.contract.seconds && seconds.length < 3);
    expect(violations).toEqual([]);
  });
}
