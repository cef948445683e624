/// <reference lib="dom" />
/**
 * How much a page moves by itself while it loads, while a reader scrolls through it, and, where
 * there is a pair, at its first Run: the sum of Chromium's layout shifts. Shifts within half a
 * second of a press do not count for Chromium, so Run is pressed by script: then they do.
 */
import { desk, phone, type Visit } from './visit.ts';

/** @param paths pages below the base @returns a line for each page */
export async function describeLayoutShift(visit: Visit, paths: readonly string[]): Promise<string> {
  const lines: string[] = [];
  for (const path of paths) {
    const narrow = await visit.withPage(path, phone, (page) => page.evaluate(layoutShift));
    const wide = await visit.withPage(path, desk, (page) => page.evaluate(layoutShift));
    const moved = [...narrow.moved, ...wide.moved];
    const figures = `${narrow.sum.toFixed(3)} at ${phone.width} px, ${wide.sum.toFixed(3)} at ${desk.width} px`;
    lines.push(`${`layout shift: /${path}`.padEnd(40)} ${figures}   aim: 0`);
    if (moved.length > 0) lines.push(`  MISSED; moved: ${[...new Set(moved)].join(', ')}`);
  }
  return lines.join('\n');
}

interface Shift extends PerformanceEntry {
  value: number;
  sources: { node: Node | null }[];
}

interface Shifts {
  sum: number;
  /** The elements, by name and class. */
  moved: string[];
}

/** Sent to the page as text, so it stands alone. */
async function layoutShift(): Promise<Shifts> {
  const shifts: Shifts = { sum: 0, moved: [] };
  const observer = new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries() as Shift[]) {
      shifts.sum += value;
      for (const { node } of sources) {
        const element = node instanceof Element ? node : node?.parentElement;
        shifts.moved.push(`<${element?.localName} class="${element?.className}">`);
      }
    }
  });
  observer.observe({ type: 'layout-shift', buffered: true });
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await document.fonts.ready;
  for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight / 2) {
    scrollTo({ top, behavior: 'instant' });
    await frame();
    await frame();
  }
  const pair = document.querySelector<HTMLElement>('interleave-pair[data-program]');
  if (pair) {
    pair.scrollIntoView({ block: 'end', behavior: 'instant' });
    await frame();
    pair.querySelector<HTMLButtonElement>('[data-action="run"]')?.click();
    const status = () => pair.querySelector('[data-status]')?.textContent ?? '';
    while (!status().includes('with code')) await frame();
  }
  await frame();
  await frame();
  observer.disconnect();
  return shifts;
}
