/// <reference lib="dom" />
/**
 * Whether a page stays smooth while a program of two threads computes: the longest time between
 * two frames as a reader types in the editor, and as one scrolls. Two more figures tell what of it
 * is the page's doing: the longest task of its main thread in processor time, which does not grow
 * when others use the machine, and the longest frame without the program, which does.
 */
import type { Page } from 'playwright';
import { desk, type Visit } from './visit.ts';

const PAGE = 'patterns/threads/lock/';
const ROUNDS = 3;
const AIM = 50;
const CATEGORIES = ['__metadata', 'disabled-by-default-devtools.timeline'];
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

/** In milliseconds. */
interface Longest {
  frame: number;
  /** Of the main threads of the page and its frames, in processor time. */
  task: number;
}

interface Measured {
  typing: Longest;
  scrolling: Longest;
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Processor time in microseconds. */
  tdur?: number;
  args?: { name?: string };
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
  const tell = (what: keyof Measured): string => {
    const { frame, task } = computing[what];
    const miss =
      frame > AIM ? (task > AIM ? ' MISSED' : ' MISSED, though no task is that long') : '';
    const figures = `${frame.toFixed(0)} ms, its longest task ${task.toFixed(0)} ms, without the program ${still[what].frame.toFixed(0)} ms`;
    return `${`longest frame, ${what}`.padEnd(28)} ${figures}   aim: ≤ ${AIM} ms${miss}`;
  };
  return [
    tell('typing'),
    tell('scrolling'),
    'A frame also waits for a free core, a task is counted without: on a busy machine only the first misses.',
  ].join('\n');
}

async function replaceAll(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}

async function measure(page: Page): Promise<Measured> {
  return {
    typing: await medianOf(page, () => page.keyboard.type(TYPED, { delay: 25 })),
    scrolling: await medianOf(page, () => scroll(page)),
  };
}

/** Of some rounds, the median of the longest: one disturbance from outside is left out. */
async function medianOf(page: Page, action: () => Promise<void>): Promise<Longest> {
  const rounds: Longest[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await longestDuring(page, action));
  const median = (what: keyof Longest): number =>
    rounds.map((each) => each[what]).sort((a, b) => a - b)[rounds.length >> 1] ?? Number.NaN;
  return { frame: median('frame'), task: median('task') };
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

async function longestDuring(page: Page, action: () => Promise<void>): Promise<Longest> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('The page has lost its browser.');
  await browser.startTracing(page, { categories: CATEGORIES });
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
  const frame = await watch.evaluate((seen) => {
    seen.isOver = true;
    return seen.longest;
  });
  return { frame, task: longestTask((await browser.stopTracing()).toString()) };
}

/** @param trace as Chromium writes it */
function longestTask(trace: string): number {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] };
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const isMain = ({ name, args }: TraceEvent): boolean =>
    name === 'thread_name' && args?.name === 'CrRendererMain';
  const mains = new Set(traceEvents.filter(isMain).map(threadOf));
  const times = traceEvents
    .filter((event) => event.name === 'RunTask' && mains.has(threadOf(event)))
    // The task that goes on at the end of the trace has no length.
    .flatMap(({ tdur }) => (tdur === undefined ? [] : [tdur / 1000]));
  if (times.length === 0) throw new Error('The trace of this Chromium names no task.');
  return times.reduce((most, each) => Math.max(most, each));
}
