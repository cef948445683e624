/// <reference lib="dom" />
/**
 * Whether a page stays smooth while a program of two threads computes: the longest time between
 * two frames as a reader types in the editor, and as one scrolls. The same without the program
 * stands beside it: what the machine itself does to frames.
 */
import type { Page } from 'playwright';
import { desk, type Visit } from './visit.ts';

const PAGE = 'patterns/threads/lock/';
const ROUNDS = 3;
const AIM = 50;
const TYPED = 'const total = values.map((value) => value * 2); ';

/** Two threads that never stop computing, and a main one that waits for them. */
const COMPUTING = `import { isMainThread, Worker } from 'node:worker_threads';

if (isMainThread) {
  for (const _ of [1, 2]) new Worker(new URL(import.meta.url));
} else {
  console.log('computing');
  for (let x = 1; ; x = (Math.imul(x, 1664525) + 1013904223) & 0x7fffffff);
}
`;

interface Longest {
  typing: number;
  scrolling: number;
}

/** @returns a line for typing and one for scrolling */
export async function describeFrames(visit: Visit): Promise<string> {
  const { still, computing } = await visit.withPage(PAGE, desk, async (page) => {
    const pair = page.locator('interleave-pair').first();
    await pair.locator('[data-action="edit"]').click();
    await pair.locator('.cm-content').click();
    await replaceAll(page, COMPUTING);
    const still = await measure(page);
    await replaceAll(page, COMPUTING);
    await page.keyboard.press('ControlOrMeta+Enter');
    // The element's own text: the terminal draws nothing while it is out of sight.
    await page.waitForFunction(() => {
      const element = document.querySelector('interleave-pair');
      return element && 'outputText' in element && element.outputText === 'computing\n'.repeat(2);
    });
    return { still, computing: await measure(page) };
  });
  const tell = (what: keyof Longest): string => {
    const miss = computing[what] > AIM ? ' MISSED' : '';
    const figures = `${computing[what].toFixed(0)} ms, without the program ${still[what].toFixed(0)} ms`;
    return `${`longest frame, ${what}`.padEnd(28)} ${figures}   aim: ≤ ${AIM} ms${miss}`;
  };
  return [
    tell('typing'),
    tell('scrolling'),
    'With fewer free cores than threads, the machine decides who waits: measure on a quiet one.',
  ].join('\n');
}

async function replaceAll(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}

/** Of some rounds, the median of the longest frames: one disturbance from outside is left out. */
async function measure(page: Page): Promise<Longest> {
  const rounds: Longest[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push({
      typing: await longestDuring(page, () => page.keyboard.type(TYPED, { delay: 25 })),
      scrolling: await longestDuring(page, () => scroll(page)),
    });
  }
  const median = (what: keyof Longest): number =>
    rounds.map((each) => each[what]).sort((a, b) => a - b)[rounds.length >> 1] ?? Number.NaN;
  return { typing: median('typing'), scrolling: median('scrolling') };
}

/** Down the page and back: the editor is then in sight again. */
async function scroll(page: Page): Promise<void> {
  await page.mouse.move(8, 400);
  for (const step of [120, -120]) {
    for (let turn = 0; turn < 25; turn++) {
      await page.mouse.wheel(0, step);
      await page.waitForTimeout(30);
    }
  }
}

async function longestDuring(page: Page, action: () => Promise<void>): Promise<number> {
  const watch = await page.evaluateHandle(() => {
    const seen = { longest: 0, isOver: false };
    let last = performance.now();
    const look = (now: number) => {
      seen.longest = Math.max(seen.longest, now - last);
      last = now;
      if (!seen.isOver) requestAnimationFrame(look);
    };
    requestAnimationFrame((now) => {
      last = now;
      requestAnimationFrame(look);
    });
    return seen;
  });
  await action();
  return watch.evaluate((seen) => {
    seen.isOver = true;
    return seen.longest;
  });
}
