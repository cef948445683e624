/** Experiments as a reader makes them: one press changes and runs, and no edit of theirs is lost. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { PairPage } from './pair-page.ts';

const address = '/patterns/asyncio/tasks/';

/** The first experiment of the page, whatever its author calls it. */
function firstTry(page: Page) {
  return page.getByRole('button', { name: /^Try: / }).first();
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('an experiment is told, with the lines that it changes', async ({ page }) => {
    await page.goto(address);
    const first = page.locator('.pair-try').first();
    await expect(first.locator('strong')).toBeVisible();
    await expect(first.getByRole('button')).toHaveCount(0);
    await first.getByText('The change').click();
    await expect(first.locator('del, ins').first()).toBeVisible();
    await expect(first.locator('pre')).toContainText('main.ts');
  });
});

test('one press changes the program, marks the change and runs it; Reset takes it back', async ({
  page,
}) => {
  await page.goto(address);
  const pair = new PairPage(page);
  const original = await pair.root.locator('[data-source="main.ts"] [data-block]').innerText();
  await firstTry(page).click();
  await pair.end();
  await expect(pair.root.getByText('experiment', { exact: true })).toBeVisible();
  await expect(pair.editor.locator('.cm-changedLine, .cm-deletedChunk').first()).toBeVisible();
  await expect(pair.button('What changed')).toHaveAttribute('aria-pressed', 'true');
  await pair.button('Reset').click();
  await expect(pair.editor.locator('.cm-changedLine, .cm-deletedChunk')).toHaveCount(0);
  await expect(pair.root.getByText('experiment', { exact: true })).toHaveCount(0);
  expect(original).toContain((await pair.editor.locator('.cm-line').first().innerText()).trim());
  await expect(pair.button('Bring my edit back')).toBeHidden();
});

test("the reader's own edit gives way to an experiment and comes back with one press", async ({
  page,
}) => {
  await page.goto(address);
  const pair = new PairPage(page);
  await pair.write('console.log("mine");\n');
  await firstTry(page).click();
  await pair.end();
  await expect(pair.editor).not.toContainText('mine');

  await page.reload();
  await expect(pair.root.getByText('experiment', { exact: true })).toBeVisible();
  await pair.button('Bring my edit back').click();
  await expect(pair.editor).toHaveText('console.log("mine");');
  await expect(pair.root.getByText('edited', { exact: true })).toBeVisible();
  await expect(pair.button('Bring my edit back')).toBeHidden();
  await pair.button('Run').click();
  await pair.end();
  expect(await pair.output()).toBe('mine\n');
});

test('an edit that was set aside is still offered after Reset and a reload', async ({ page }) => {
  await page.goto(address);
  const pair = new PairPage(page);
  await pair.write('console.log("mine");\n');
  await firstTry(page).click();
  await pair.end();
  await pair.button('Reset').click();
  await page.reload();
  await pair.button('Bring my edit back').click();
  await expect(pair.editor).toHaveText('console.log("mine");');
});

for (const reducedMotion of ['no-preference', 'reduce'] as const) {
  test.describe(`on a phone, with motion: ${reducedMotion}`, () => {
    test.use({ viewport: { width: 390, height: 800 }, contextOptions: { reducedMotion } });

    test('what an experiment prints comes into view, and the focus stays', async ({ page }) => {
      await page.addInitScript(() => {
        const scroll = Element.prototype.scrollIntoView;
        Element.prototype.scrollIntoView = function (options) {
          const { behavior } = typeof options === 'object' ? options : {};
          document.documentElement.dataset.scrolled = behavior;
          scroll.call(this, options);
        };
      });
      await page.goto('/patterns/threads/lock/');
      const pair = new PairPage(page);
      const last = page.getByRole('button', { name: /^Try: / }).last();
      await last.focus();
      await page.keyboard.press('Enter');
      await pair.end();
      await expect(pair.button('Run')).toBeInViewport({ ratio: 1 });
      await expect(pair.root.locator('[data-place]')).toBeInViewport({ ratio: 1 });
      await expect(last).toBeFocused();
      const behavior = reducedMotion === 'reduce' ? 'instant' : 'smooth';
      await expect(page.locator('html')).toHaveAttribute('data-scrolled', behavior);
    });
  });
}

test('a terminal that is in view stays where it is', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 1400 });
  await page.goto(address);
  const pair = new PairPage(page);
  await firstTry(page).scrollIntoViewIfNeeded();
  await expect(pair.root.locator('[data-place]').last()).toBeInViewport({ ratio: 1 });
  const before = await page.evaluate(() => scrollY);
  await firstTry(page).click();
  await pair.end();
  expect(await page.evaluate(() => scrollY)).toBe(before);
});
