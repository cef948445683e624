/** What the journey does in each browser: stages that open a page of their own. */
import { holdRuns } from '../verify/hold-runs.ts';
import type { Loaded } from '../verify/pattern.ts';
import { readRecording } from '../verify/recording.ts';
import type { Page } from './browser.ts';
import { PairDriver } from './pair-driver.ts';

export interface Stage {
  readonly name: string;
  /**
   * @param open opens a path of the site
   * @returns what is wrong, in sentences
   * @throws {Error} when it cannot go on
   */
  run(open: (path: string) => Promise<Page>): Promise<readonly string[]>;
}

const PAIR = 'patterns/threads/lock/';

export function keepsItsContract({ id, folder, pattern, faults }: Loaded): Stage {
  return {
    name: id,
    async run(open) {
      const recording = readRecording(folder, id);
      if (pattern === undefined) return faults;
      if ('fault' in recording) return [recording.fault];
      const pair = new PairDriver(await open(`patterns/${id}/`));
      return holdRuns(pattern.contract, recording.python, async () => {
        await pair.press('Run');
        const { code, seconds } = await pair.end();
        return { actual: await pair.output(), exitCode: code, seconds };
      });
    },
  };
}

/** Edit, Run and the exit code of what was written. */
export const edited: Stage = {
  name: 'edit',
  async run(open) {
    const pair = new PairDriver(await open(PAIR));
    await pair.edit('console.log("edited " + (6 * 7)); process.exitCode = 3');
    await pair.press('Run');
    const { code } = await pair.end();
    const output = (await pair.output()).trim();
    const faults: string[] = [];
    if (output !== 'edited 42') faults.push(`it printed ${JSON.stringify(output)}`);
    if (code !== 3) faults.push(`the exit code shown is ${code}, and should be 3`);
    return faults;
  },
};

/** Stop ends a program that never would, and the page goes on. */
export const stopped: Stage = {
  name: 'stop',
  async run(open) {
    const pair = new PairDriver(await open(PAIR));
    await pair.edit('console.log("spinning"); for (;;);');
    await pair.press('Run');
    await pair.until('output', 'spinning');
    await pair.press('Stop');
    await pair.until('status', 'Stopped');
    await pair.press('Reset');
    await pair.press('Run');
    const { code } = await pair.end();
    return code === 0 ? [] : [`the run after Stop ended with code ${code}`];
  },
};
