/** A program of the playground asks, is answered in the terminal, shared, and reset. */
import { keys } from '../browser.ts';
import type { Stage } from '../journey.ts';
import { PairDriver } from '../pair-driver.ts';

const ASKS = [
  'import { createInterface } from "node:readline/promises";',
  'const ask = createInterface({ input: process.stdin, output: process.stdout });',
  'console.log("Hello, " + (await ask.question("Who? ")));',
  'ask.close();',
].join(' ');

export const answered: Stage = {
  name: 'interact',
  async run(open) {
    const page = await open('playground/');
    const playground = new PairDriver(page, 'interleave-playground');
    await playground.write(ASKS);
    await playground.press('Run the program');
    await playground.until('output', 'Who\\? ');
    await playground.focus('.xterm-helper-textarea');
    await page.type(`Ada${keys.enter}`);
    const { code } = await playground.end();
    const output = await playground.output();
    const faults = /^Who\? Ada\r?\nHello, Ada\s*$/.test(output)
      ? []
      : [`it printed ${JSON.stringify(output)}`];
    if (code !== 0) faults.push(`it ended with code ${code}`);

    await playground.press('Share');
    await playground.shows('button', '^Copied$');
    await playground.press('Reset');
    await new PairDriver(page, 'interleave-playground dialog').press('Reset');
    await playground.shows('.cm-content', "from 'node:events'");
    return faults;
  },
};
