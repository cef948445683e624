/** The whole way through the site without a mouse: find, read, edit, run, stop, share. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { PairPage } from './pair-page.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** Presses Tab until `target` has the focus, as far as a reader would have to. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error('150 presses of Tab did not lead there.');
}

test('by keyboard alone: find a pattern, read it, edit, run, stop and share it', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.goto('/');
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox').first()).toBeFocused();
  await page.keyboard.type('threading.Lock');
  const result = page.getByRole('dialog').getByRole('link', { name: /lock/i }).first();
  await expect(result).toBeVisible();
  await tabTo(page, result);
  const target = await result.getAttribute('href');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === target?.split('#')[0]);

  // Whatever the search finds first: the pattern is a link or two away.
  await page.goto('/patterns/threads/lock/');
  const pair = new PairPage(page);
  await tabTo(page, pair.button('Edit main.ts'));
  await page.keyboard.press('Enter');
  await expect(pair.editor).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText('console.log("here");\nsetInterval(() => {}, 1000);\n');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect.poll(() => pair.output()).toBe('here\n');
  await expect(pair.editor).toBeFocused();
  await page.keyboard.press('Escape');
  await pair.end();
  await expect(pair.status).toHaveText(/^Stopped/);

  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(pair.editor).not.toBeFocused();
  await tabTo(page, pair.button('Share main.ts'));
  await page.keyboard.press('Enter');
  await expect(pair.button('Share main.ts')).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('#code=1.');
});

test('? shows the keys, and is a character where one types', async ({ page }) => {
  await page.goto('/patterns/threads/lock/');
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keys' });
  await expect(help).toContainText('Leave the editor');
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  const pair = new PairPage(page);
  await pair.write('');
  await page.keyboard.press('?');
  await expect(pair.editor).toHaveText('?');
  await expect(help).toBeHidden();
});

test('a syntax error is underlined as one types, and goes when it is mended', async ({ page }) => {
  await page.goto('/patterns/threads/lock/');
  const pair = new PairPage(page);
  await pair.write('const = 1;\n');
  const wavy = pair.editor.locator('.cm-lintRange-error');
  await expect(wavy).toHaveText('=');
  await page.keyboard.press('F8');
  await expect(pair.root.locator('.cm-diagnostic').first()).toHaveText(
    'A name is expected here. (Line 1, column 7. Node: Expected ident)',
  );
  await pair.write('const a: number = 1;\n');
  await expect(wavy).toHaveCount(0);
});

test('What changed shows lines that went and came, and Find finds', async ({ page }) => {
  await page.goto('/patterns/threads/lock/');
  const pair = new PairPage(page);
  await pair.button('Edit main.ts').click();
  await expect(pair.editor).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.insertText('// mine\n');
  await expect(pair.editor.locator('.cm-changedLine')).toHaveCount(0);
  await pair.button('What changed').click();
  await expect(pair.editor.locator('.cm-changedLine')).toHaveText(['// mine']);
  await pair.editor.focus();
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type('Atomics');
  await expect(pair.editor.locator('.cm-searchMatch').first()).toHaveText('Atomics');
});
