/** Every page that the build wrote, opened once: it must answer, be isolated, and stay quiet. */
import { globSync } from 'node:fs';
import { expect, test } from './fixtures.ts';

test.describe.configure({ mode: 'parallel' });

const pages = globSync('dist/**/index.html')
  .map((file) => file.replace(/^dist/, '').replace(/index\.html$/, ''))
  .sort();

test('the build wrote pages', () => {
  expect(pages).toContain('/');
});

for (const path of pages) {
  test(`${path} answers, is isolated and says nothing on the console`, async ({ page }) => {
    const response = await page.goto(path, { waitUntil: 'networkidle' });
    expect(response?.status()).toBe(200);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
}
