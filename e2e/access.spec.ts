/** What every page owes readers who see, hear, move or zoom differently. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { root } from '../src/tools/run.ts';
import { expect, test } from './fixtures.ts';
import { PairPage } from './pair-page.ts';

const pages = readdirSync(join(root, 'dist'), { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.html') && !name.startsWith('engine/example'))
  .map((name) => `/${name.replace(/(^|\/)index\.html$/, '$1')}`)
  .sort();
/**
 * Colours depend on the theme and not on the width, layout on the width and not on the theme: two
 * looks see as much as four, in half the time.
 */
const looks = [
  { width: 360, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const;

test.describe.configure({ mode: 'parallel' });

/** What axe finds in each look, each with the element it is about. */
async function findFaults(page: Page, path?: string): Promise<string[]> {
  const faults: string[] = [];
  // The colours of code are the same on all pages, in thousands of spans: axe looks at them in the
  // test after Run only.
  const repeated = path === undefined ? [] : ['pre code span'];
  for (const { width, colorScheme } of looks) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    if (path !== undefined) await page.goto(path);
    const builder = repeated.reduce((axe, part) => axe.exclude(part), new AxeBuilder({ page }));
    const { violations } = await builder.analyze();
    for (const { id, nodes } of violations) {
      const where = `${new URL(page.url()).pathname}, ${width} px, ${colorScheme}`;
      faults.push(...nodes.map(({ html }) => `${where}: ${id}: ${html}`));
    }
  }
  return faults;
}

// In two halves, for two workers.
for (const half of [0, 1]) {
  test(`axe finds nothing on any page, in both themes and widths (${half + 1} of 2)`, async ({
    page,
  }) => {
    test.setTimeout(1_800_000);
    const faults: string[] = [];
    for (const path of pages.filter((_, index) => index % 2 === half)) {
      faults.push(...(await findFaults(page, path)));
    }
    expect(faults).toEqual([]);
  });
}

test('axe finds nothing after Run and with the editor open', async ({ page }) => {
  test.setTimeout(300_000);
  await page.goto('/patterns/threads/lock/');
  const pair = new PairPage(page);
  await pair.button('Run main.ts').click();
  await pair.end();
  const faults = await findFaults(page);
  await pair.button('Edit main.ts').click();
  await expect(pair.editor).toBeVisible();
  expect([...faults, ...(await findFaults(page))]).toEqual([]);
});

test('every target is at least 24 pixels high and wide, or stands in running text', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 800 });
  const small: string[] = [];
  for (const path of [
    '/',
    '/guide/gil/',
    '/patterns/threads/lock/',
    '/patterns/',
    '/playground/',
  ]) {
    await page.goto(path);
    const found = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary')]
        .filter((each) => each.checkVisibility({ visibilityProperty: true }))
        // WCAG 2.5.8 excepts links in a sentence, and the skip link stands outside until focused.
        .filter((each) => !each.matches('p a, li:has(> span) a, dd a, td a, .skip, h2 a, h3 a'))
        .map((each) => ({ each, box: (each.closest('label') ?? each).getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.height < 23.5 || box.width < 23.5))
        .map(({ each, box }) => `${each.outerHTML.slice(0, 120)} ${box.width}×${box.height}`),
    );
    small.push(...found.map((each) => `${path}: ${each}`));
  }
  expect(small).toEqual([]);
});

for (const width of [360, 1280]) {
  test(`text at 200 % loses nothing at ${width} px: no sideways scroll, nothing cut off`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 1024 });
    for (const path of [
      '/',
      '/guide/process-communication/',
      '/patterns/threads/lock/',
      '/patterns/',
      '/names/',
      '/playground/',
    ]) {
      await page.goto(path);
      await page.addStyleTag({ content: 'html { font-size: 200% }' });
      const lost = await page.evaluate(() => {
        const excess = document.documentElement.scrollWidth - innerWidth;
        const all = [...document.querySelectorAll<HTMLElement>('body *')]
          .filter((each) => each.checkVisibility({ visibilityProperty: true }))
          // What scrolls by itself loses nothing; the others stand outside on purpose.
          .filter(
            (each) =>
              each.closest(
                'pre, .table, [role="tablist"], .skip, .visually-hidden, .strands, svg',
              ) === null,
          );
        const named = (each: HTMLElement) => each.outerHTML.slice(0, 100);
        const outside = all
          .filter((each) => each.matches('button, a[href], input, select, p, li, h1, h2, h3'))
          .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
          .map((each) => `outside: ${named(each)}`);
        const cut = all
          .filter((each) => ['hidden', 'clip'].includes(getComputedStyle(each).overflowX))
          .filter((each) => getComputedStyle(each).clipPath === 'none')
          .filter((each) => each.clientWidth > 1 && each.scrollWidth > each.clientWidth + 1)
          .map((each) => `cut: ${named(each)}`);
        return [...(excess > 0 ? [`scrolls sideways by ${excess} px`] : []), ...outside, ...cut];
      });
      expect(lost, path).toEqual([]);
    }
  });
}

test('a heading and a pair have an address, which a reader finds by pointer and by keyboard', async ({
  page,
}) => {
  await page.goto('/guide/process-communication/');
  const pairs = page.locator('interleave-pair section[id]');
  expect(await pairs.evaluateAll((all) => all.map(({ id }) => id))).toEqual([
    'pair-processes-queue',
    'pair-processes-queue-given',
    'pair-processes-pipe',
    'pair-processes-pipe-given',
  ]);
  const link = pairs.nth(0).getByRole('link', { name: 'Link to this pair' });
  await expect(link).toHaveCSS('opacity', '0');
  await pairs.nth(0).locator('.pair-contract').hover();
  await expect(link).toHaveCSS('opacity', '1');
  await page.locator('h1').hover();
  await expect(link).toHaveCSS('opacity', '0');
  await page.keyboard.press('Tab');
  await link.focus();
  await expect(link).toHaveCSS('opacity', '1');
  const box = await link.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#pair-processes-queue$/);
  await expect(pairs.nth(0)).toBeInViewport();
  const bare = page.locator('article :is(h2, h3):not(:has(a.anchor))');
  await expect(bare).toHaveCount(0);
});

test('with reduced motion nothing moves by itself', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/patterns/threads/lock/');
  const pair = new PairPage(page);
  await pair.button('Run main.ts').click();
  await pair.end();
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 1)
      .map((animation) => String(animation)),
  );
  expect(moving).toEqual([]);

  // A change of theme is no motion, however short: axe has seen one half way down the page.
  const changing = await page.evaluate(() => {
    document.documentElement.dataset.theme = 'dark';
    return document.getAnimations().length;
  });
  expect(changing).toBe(0);
});

test('in forced colours buttons keep an edge, and the current page is told', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/patterns/threads/lock/');
  const pair = new PairPage(page);
  const edge = (name: string) =>
    pair.button(name).evaluate((button) => {
      const { borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(button);
      return Number.parseFloat(borderTopWidth) > 0 && borderTopColor !== backgroundColor;
    });
  expect(await edge('Run main.ts')).toBe(true);
  expect(await edge('Copy main.ts')).toBe(true);
  await expect(page.locator('#site-nav [aria-current="page"]')).toHaveCSS('font-weight', '650');
});

test('in forced colours the current place, what does alike, what is pressed and the focus are told', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/patterns/asyncio/tasks/');
  const ground = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor);
  const bar = 'body > header nav a';
  expect(await ground(`${bar}[aria-current]`)).not.toBe(await ground(`${bar}:not([aria-current])`));

  await page.locator('[data-source="main.py"] [data-same="0"]').first().hover();
  const alike = page.locator('[data-source="main.ts"] [data-marked]').first();
  await expect(alike).toHaveCSS('text-decoration-line', 'underline');

  await page.keyboard.press('Tab');
  const ring = page.locator(':focus-visible');
  await expect(ring).toHaveCSS('outline-style', 'solid');
  await expect(ring).not.toHaveCSS('outline-width', '0px');

  await page.keyboard.press('/');
  await page.keyboard.type('lock');
  const filter = page.locator('il-search .filters button');
  await filter.first().click();
  await expect(page.locator('il-search [aria-pressed="true"]')).toHaveCount(1);
  const pressed = 'il-search .filters [aria-pressed';
  expect(await ground(`${pressed}="true"]`)).not.toBe(await ground(`${pressed}="false"]`));
});

test('what a terminal prints reaches screen readers politely, as does the end of a run', async ({
  page,
}) => {
  await page.goto('/patterns/threads/lock/');
  const pair = new PairPage(page);
  await expect(pair.status).toHaveAttribute('role', 'status');
  await pair.button('Run main.ts').click();
  await pair.end();
  const live = pair.root.locator('.xterm [aria-live]');
  await expect(live).toHaveAttribute('aria-live', 'polite');
  await expect(
    pair.root.locator('.xterm-accessibility-tree [role="listitem"]').first(),
  ).toBeAttached();
});

test('on paper the text is dark on white, whatever theme was chosen, and controls are gone', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.addInitScript(() => localStorage.setItem('il-theme', 'dark'));
  await page.goto('/patterns/threads/lock/');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.locator('body')).toHaveCSS('color', 'rgb(27, 29, 31)');
  await expect(page.locator('[data-block] span', { hasText: /^import$/ }).first()).toHaveCSS(
    'color',
    'rgb(160, 17, 31)',
  );
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.locator('[data-recorded]').first()).toBeVisible();
});

test('on paper an edited program stands whole, without tools, and its output is dark', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/patterns/threads/lock/');
  const pair = new PairPage(page);
  const lines = Array.from({ length: 200 }, (_, at) => `console.log(${at});`);
  await pair.write(lines.join('\n'));
  await pair.button('Run').click();
  await pair.end();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  // The pair is found by its buttons, which are gone.
  const root = page.locator('interleave-pair');
  // For half a second after the browser has said that it prints, the editor has all its lines.
  const printed = await root.evaluate((each) => {
    window.dispatchEvent(new Event('beforeprint'));
    const box = (selector: string) => each.querySelector(selector)?.getBoundingClientRect();
    return {
      lines: each.querySelectorAll('.cm-line').length,
      end: box('.cm-line:last-child')?.bottom ?? 0,
      editor: box('.pair-editor')?.bottom ?? 0,
      output: box('.pair-terminal')?.top ?? 0,
    };
  });
  expect(printed.lines).toBe(lines.length);
  expect(printed.editor).toBeGreaterThanOrEqual(printed.end);
  expect(printed.output).toBeGreaterThan(printed.end);
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(root.locator('.xterm-rows')).toHaveCSS('color', 'rgb(27, 29, 31)');
});
