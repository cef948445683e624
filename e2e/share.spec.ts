/** Links that carry code: made, opened, run only when asked, and refused in clear words. */
import { deflateRawSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { PairPage } from './pair-page.ts';

const address = '/patterns/asyncio/tasks/';
const key = 'asyncio/tasks/main';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** A link as somebody could make it by hand. */
function handMade(value: unknown): string {
  return `#code=1.${deflateRawSync(JSON.stringify(value)).toString('base64url')}`;
}

const stranger = (text: string, changes = {}) =>
  handMade({ key, original: 'x', files: { 'main.ts': text }, entry: 'main.ts', ...changes });

async function copiedLink(page: Page): Promise<URL> {
  await expect(page.getByRole('button', { name: /^Share/ })).toHaveText('Copied');
  return new URL(await page.evaluate(() => navigator.clipboard.readText()));
}

test('Share makes a link that shows the edit elsewhere, and runs it only when asked', async ({
  page,
  browser,
}) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(address);
  const pair = new PairPage(page);
  await pair.write('console.log("shared");\n');
  await pair.button('Share main.ts').click();
  const link = await copiedLink(page);
  expect(link.pathname).toBe(address);
  expect(link.hash).toMatch(/^#code=1\./);
  expect(requests.filter((url) => url.includes('code='))).toEqual([]);

  const other = await browser.newContext();
  const there = new PairPage(await other.newPage());
  await there.page.goto(link.href);
  await expect(there.editor).toHaveText('console.log("shared");');
  await expect(there.root.getByText(/somebody else wrote it\. It runs only when/)).toBeVisible();
  await expect(there.root.getByText('not yours', { exact: true })).toBeVisible();
  await expect(there.status).toHaveText(/^Node .* recorded /);
  expect(new URL(there.page.url()).hash).toBe('');
  await there.button('Run').click();
  await there.end();
  expect(await there.output()).toBe('shared\n');
  await other.close();
});

test("a link does not lose the reader's own edit, not even after a reload", async ({ page }) => {
  await page.goto(address);
  const pair = new PairPage(page);
  await pair.write('console.log("mine");\n');
  await page.goto(`${address}${stranger('console.log("theirs");\n')}`);
  await expect(pair.editor).toHaveText('console.log("theirs");');
  await page.reload();
  await expect(pair.editor).toHaveText('console.log("theirs");');
  await pair.button('Bring my edit back').click();
  await expect(pair.editor).toHaveText('console.log("mine");');
  await expect(pair.root.getByText(/somebody else wrote it/)).toHaveCount(0);
});

test('links that are damaged, overlong or hostile are refused in words', async ({ page }) => {
  await page.goto(address);
  const pair = new PairPage(page);
  await pair.write('console.log("mine");\n');
  const bomb = deflateRawSync(Buffer.alloc(20_000_000)).toString('base64url');
  const cases: [string, RegExp][] = [
    ['#code=1.%%%', /This link is damaged/],
    [stranger('x').slice(0, -9), /This link is damaged/],
    [handMade({ files: 7 }), /This link is damaged/],
    [`#code=1.${bomb}`, /unpacks to more than 256 kB/],
    [`#code=1.${'a'.repeat(40_000)}`, /at most 32,000 are opened/],
    [stranger('', { files: { '../main.ts': '' }, entry: '../main.ts' }), /"\.\.\/main\.ts"/],
    [stranger('', { key: 'threads/none/main' }), /This link is of another page/],
  ];
  for (const [fragment, words] of cases) {
    // Another address first: a fragment alone would not load the page again.
    await page.goto('/404.html');
    await page.goto(`${address}${fragment}`);
    await expect(pair.root.locator('[data-announce]')).toHaveText(words);
    await expect(pair.root.locator('[data-announce]')).toBeVisible();
    await expect(pair.editor).toHaveText('console.log("mine");');
  }
});

test('without an edit, Share gives the address of the page', async ({ page }) => {
  await page.goto(address);
  const pair = new PairPage(page);
  await pair.button('Share main.ts').click();
  expect((await copiedLink(page)).hash).toBe('');
});

test('the clipboard is asked at the very first press, before any code for it has come', async ({
  page,
}) => {
  // As in Safari: the press ends with its last handler, and nothing is copied later.
  await page.addInitScript(() => {
    let isPressed = false;
    addEventListener(
      'click',
      () => {
        isPressed = true;
      },
      true,
    );
    addEventListener('click', () => {
      isPressed = false;
    });
    const { clipboard } = navigator;
    const write = clipboard.write.bind(clipboard);
    clipboard.write = (items) => (isPressed ? write(items) : Promise.reject(new Error('late')));
    clipboard.writeText = () => Promise.reject(new Error('late'));
  });
  await page.goto(address);
  await new PairPage(page).button('Share main.ts').click();
  expect((await copiedLink(page)).hash).toBe('');

  await page.goto('/playground/');
  await page.getByRole('button', { name: 'Share the program' }).click();
  expect((await copiedLink(page)).pathname).toBe('/playground/');
});

test('where the page may not copy, it shows the link', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('denied'));
    navigator.clipboard.write = () => Promise.reject(new Error('denied'));
  });
  await page.goto(address);
  const pair = new PairPage(page);
  await pair.write('console.log("shared");\n');
  await pair.button('Share main.ts').click();
  const field = page.getByRole('dialog', { name: 'Copy this link' }).getByRole('textbox');
  await expect(field).toHaveValue(/#code=1\./);
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(field).toBeHidden();
});

test('the playground shares its files, and opens a link beside those of the reader', async ({
  page,
}) => {
  await page.goto('/playground/');
  const root = page.locator('interleave-playground');
  const editor = root.getByRole('textbox', { name: 'Edit main.ts' });
  const write = async (text: string) => {
    await editor.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(text);
  };
  await expect(editor).toBeVisible();
  await write('console.log("mine");\n');
  await root.getByRole('button', { name: 'Share the program' }).click();
  const link = await copiedLink(page);

  await write('console.log("later");\n');
  await page.goto('/404.html');
  await page.goto(link.href);
  await expect(editor).toHaveText('console.log("mine");');
  await expect(root.getByText(/somebody else wrote it/)).toBeVisible();
  await expect(root.getByLabel('Begin with')).toHaveText(/From a link/);
  await write('console.log("changed");\n');
  await page.reload();
  await expect(editor).toHaveText('console.log("changed");');
  await root.getByRole('button', { name: 'Run the program' }).click();
  await expect(root.locator('[data-status]')).toHaveText(/Exited with code 0/, { timeout: 30_000 });

  await root.getByLabel('Begin with').selectOption({ index: 0 });
  await expect(editor).toHaveText('console.log("later");');
  expect(new URL(page.url()).hash).toBe('');
});

test('links within the playground keep the code of a link, and Back leaves it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto('/playground/');
  const root = page.locator('interleave-playground');
  const editor = root.getByRole('textbox', { name: 'Edit main.ts' });
  await expect(editor).toContainText('node:worker_threads');
  const hash = stranger('console.log("linked");\n');
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await expect(editor).toHaveText('console.log("linked");');

  await root.getByRole('link', { name: 'Go to Run' }).click();
  await expect(root.getByRole('button', { name: 'Run the program' })).toBeInViewport({ ratio: 1 });
  await expect.poll(() => new URL(page.url()).hash).toBe(hash);
  await page.reload();
  await expect(editor).toHaveText('console.log("linked");');

  await page.goBack();
  await page.goBack();
  await expect(editor).toContainText('node:worker_threads');
  await expect(root.getByLabel('Begin with')).not.toHaveValue(/^link-/);
});

test('a link of a pair opens in the playground too, and a damaged one leaves it as it was', async ({
  page,
}) => {
  await page.goto(`/playground/${stranger('console.log("theirs");\n')}`);
  const root = page.locator('interleave-playground');
  await expect(root.getByRole('textbox', { name: 'Edit main.ts' })).toHaveText(
    'console.log("theirs");',
  );
  await page.goto('/404.html');
  await page.goto('/playground/#code=1.%%%');
  await expect(root.locator('[data-announce]')).toHaveText(/This link is damaged/);
  await expect(root.getByRole('tab', { name: 'worker.ts' })).toBeVisible();
});
