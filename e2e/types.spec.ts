/** Type checking on request: loaded only then, with Node's types, hover and completion. */
import { expect, test } from './fixtures.ts';
import { PairPage } from './pair-page.ts';

test('Check types finds errors of type, and no byte of it comes before', async ({ page }) => {
  test.setTimeout(180_000);
  const sizes = new Map<string, number>();
  page.on('response', async (response) => {
    if (/types/.test(response.url())) {
      sizes.set(new URL(response.url()).pathname, (await response.body()).length);
    }
  });
  await page.goto('/patterns/threads/lock/');
  const pair = new PairPage(page);
  await pair.write(
    "import { readFileSync } from 'node:fs';\nconst text: number = readFileSync(1, 'utf8');\n",
  );
  await expect(pair.button('Check types')).toHaveText('Check types (1 MB)');
  expect([...sizes.keys()].filter((path) => /types-worker|types\.json/.test(path))).toEqual([]);

  await pair.button('Check types').click();
  const status = pair.root.locator('.editor-tools [role=status]');
  await expect(status).toHaveText('1 type error', { timeout: 120_000 });
  await expect(pair.editor.locator('.cm-lintRange-error')).toHaveText('text');
  expect(sizes.has('/types.json')).toBe(true);

  await pair.editor.getByText('readFileSync').last().hover();
  await expect(page.locator('.editor-type')).toContainText('function readFileSync(');

  await pair.write('const words: string[] = [];\nwords');
  await expect(status).toHaveText('No type errors');
  await page.keyboard.type('.forE');
  await expect(page.locator('.cm-tooltip-autocomplete')).toContainText('forEach');
  await page.keyboard.press('Enter');
  await expect(pair.editor).toContainText('words.forEach');
});
