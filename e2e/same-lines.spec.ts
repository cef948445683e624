/** Lines that do the same in the two languages, found by pointer, by keyboard and by touch. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const address = '/patterns/asyncio/tasks/';

/** The groups of one program that are marked, by number. */
function marked(page: Page, file: string): Promise<(string | undefined)[]> {
  return page
    .locator(`[data-source="${file}"] [data-same][data-marked]`)
    .evaluateAll((groups) => groups.map((group) => (group as HTMLElement).dataset.same));
}

const first = (page: Page, file: string) =>
  page.locator(`[data-source="${file}"] [data-same="0"]`).first();

for (const [from, to] of [
  ['main.py', 'main.ts'],
  ['main.ts', 'main.py'],
] as const) {
  test(`pointing at lines of ${from} marks those of ${to}, and moves nothing`, async ({ page }) => {
    await page.goto(address);
    const box = () => page.locator('.pair-columns').first().boundingBox();
    const before = await box();
    await first(page, from).hover({ position: { x: 4, y: 4 } });
    await expect.poll(() => marked(page, to)).toEqual(['0']);
    expect(await marked(page, from)).toEqual(['0']);
    const after = await box();
    expect([after?.width, after?.height]).toEqual([before?.width, before?.height]);
    await page.locator('h1').hover();
    await expect.poll(() => marked(page, to)).toEqual([]);
  });
}

test('by keyboard: Tab goes to the lines, arrows go on, Enter goes to the counterpart', async ({
  page,
}) => {
  await page.goto(address);
  await page.locator('[data-source="main.py"] [data-block]').focus();
  await expect(first(page, 'main.py')).toHaveAttribute('tabindex', '0');
  await page.keyboard.press('Tab');
  await expect(first(page, 'main.py')).toBeFocused();
  await expect.poll(() => marked(page, 'main.ts')).toEqual(['0']);
  await expect(page.locator('[data-announce]').first()).toHaveText(
    /^The same as lines? \d+.* of main\.ts\./,
  );
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => marked(page, 'main.ts')).toEqual(['1']);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(first(page, 'main.ts')).toBeFocused();
  await expect.poll(() => marked(page, 'main.py')).toEqual(['0']);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test('a tap marks the lines, and a button shows those out of sight', async ({ page }) => {
    await page.goto(address);
    await first(page, 'main.py').tap({ position: { x: 4, y: 4 } });
    await expect.poll(() => marked(page, 'main.ts')).toEqual(['0']);
    await page.getByRole('button', { name: /^Show lines? \d+.* of main\.ts$/ }).tap();
    await expect(first(page, 'main.ts')).toBeInViewport();
    await page.locator('h1').evaluate((heading) => heading.scrollIntoView());
    await page.locator('.pair-contract').first().tap();
    await expect.poll(() => marked(page, 'main.ts')).toEqual([]);
  });
});

test('lines below an editor are not marked', async ({ page }) => {
  await page.goto(address);
  await page.getByRole('button', { name: 'Edit main.ts' }).click();
  await expect(page.getByRole('textbox', { name: 'Edit main.ts' })).toBeVisible();
  await first(page, 'main.py').hover({ position: { x: 4, y: 4 } });
  await expect.poll(() => marked(page, 'main.py')).toEqual(['0']);
  expect(await marked(page, 'main.ts')).toEqual([]);
});
