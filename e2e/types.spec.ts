/** Type checking on request: loaded only then, with Node's types, hover and completion. */
import { brotliCompressSync, constants } from 'node:zlib';
import { expect, test } from './fixtures.ts';
import { PairPage } from './pair-page.ts';

test('Check types finds errors of type, and no byte of it comes before', async ({ page }) => {
  test.setTimeout(180_000);
  const bodies = new Map<string, Buffer>();
  page.on('response', async (response) => {
    const { pathname } = new URL(response.url());
    if (/types-worker|types\.json/.test(pathname)) bodies.set(pathname, await response.body());
  });
  await page.goto('/patterns/threads/lock/');
  const pair = new PairPage(page);
  await pair.write(
    "import { readFileSync } from 'node:fs';\nconst text: number = readFileSync(1, 'utf8');\n",
  );
  await expect(pair.button('Check types')).toHaveText('Check types (1 MB)');
  expect(bodies.size).toBe(0);

  await pair.button('Check types').click();
  const status = pair.root.locator('.editor-tools [role=status]');
  await expect(status).toHaveText('1 type error', { timeout: 120_000 });
  await expect(pair.editor.locator('.cm-lintRange-error')).toHaveText('text');
  // The button says what it costs; hosts compress about as well as this.
  const level = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
  const sizes = [...bodies.values()].map((body) => brotliCompressSync(body, level).length);
  expect(sizes).toHaveLength(2);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(1_150_000);

  await pair.editor.getByText('readFileSync').last().hover();
  await expect(page.locator('.editor-type')).toContainText(
    'readFileSync(path: PathOrFileDescriptor',
  );

  await pair.write('const words: string[] = [];\nwords');
  await expect(status).toHaveText('No type errors');
  await page.keyboard.type('.forE');
  await expect(page.locator('.cm-tooltip-autocomplete')).toContainText('forEach');
  await page.keyboard.press('Enter');
  await expect(pair.editor).toContainText('words.forEach');
});
