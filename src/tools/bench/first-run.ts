/// <reference lib="dom" />
/**
 * The first Run of a reader: from the press, with nothing loaded but the page, until the terminal
 * shows what the program printed. Pressed by script, so that no pointer above the button has
 * loaded anything before, as it does for a reader with a mouse.
 */
import { desk, type Visit } from './visit.ts';

/** Its sample starts a thread that prints at once: no computing is in the figure. */
const PAGE = 'patterns/threads/basic-thread/';
const ROUNDS = 5;
const AIM = 1000;

/** @returns a line with the median */
export async function describeFirstRun(visit: Visit): Promise<string> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    times.push(await visit.withPage(PAGE, desk, (page) => page.evaluate(firstRun)));
  }
  times.sort((a, b) => a - b);
  const [least = 0] = times;
  const middle = times[times.length >> 1] ?? Number.NaN;
  const miss = middle > AIM ? ' MISSED' : '';
  return `${'first run, cold'.padEnd(28)} ${middle.toFixed(0)} ms, the best ${least.toFixed(0)} ms   aim: ≤ ${AIM} ms${miss}`;
}

/** Sent to the page as text, so it stands alone. @returns milliseconds */
function firstRun(): Promise<number> {
  const pair = document.querySelector('interleave-pair');
  const run = pair?.querySelector<HTMLButtonElement>('[data-action="run"]');
  const terminal = pair?.querySelector<HTMLElement>('[data-terminal]');
  if (!pair || !run || !terminal) throw new Error('The page has no pair that runs.');
  return new Promise((resolve) => {
    const begin = performance.now();
    run.click();
    const look = () => {
      const isShown = !terminal.hidden && 'outputText' in pair && pair.outputText !== '';
      if (isShown) resolve(performance.now() - begin);
      else requestAnimationFrame(look);
    };
    look();
  });
}
