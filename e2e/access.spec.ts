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

test('text at 200 % loses nothing: no sideways scroll, and no control outside of the window', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 1024 });
  for (const path of [
    '/',
    '/guide/gil/',
    '/patterns/threads/lock/',
    '/patterns/',
    '/playground/',
  ]) {
    await page.goto(path);
    await page.addStyleTag({ content: 'html { font-size: 200% }' });
    const lost = await page.evaluate(() => {
      const excess = document.documentElement.scrollWidth - innerWidth;
      const outside = [...document.querySelectorAll<HTMLElement>('button, a[href], input, select')]
        .filter((each) => each.checkVisibility({ visibilityProperty: true }))
        .filter((each) => !each.matches('.skip') && each.closest('pre, .table') === null)
        .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
        .map((each) => each.outerHTML.slice(0, 100));
      return [...(excess > 0 ? [`scrolls sideways by ${excess} px`] : []), ...outside];
    });
    expect(lost, path).toEqual([]);
  }
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
  await expect(page.locator('.syn-keyword').first()).toHaveCSS('color', 'rgb(160, 17, 31)');
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.locator('[data-recorded]').first()).toBeVisible();
});
