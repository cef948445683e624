/** The library below `/engine/`: its page's example, served as it stands there. */
import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';

const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

const readExample = () => readFile('src/engine/library/example.html', 'utf8');

test('the example of "Embed the engine" runs as it stands there', async ({ page }) => {
  const body = await readExample();
  await page.route('/example.html', (route) =>
    route.fulfill({ body, contentType: 'text/html', headers: isolation }),
  );
  await page.goto('/example.html');
  await expect(page.locator('pre')).toHaveText('Hello from thread 1\nexit code 0');
});

test('the page shows that example', async ({ page }) => {
  await page.goto('/engine/');
  const shown = await page.locator('pre').first().textContent();
  expect(shown?.trimEnd()).toBe((await readExample()).trimEnd());
});

test('the page names every file that another site has to copy', async ({ page }) => {
  await page.goto('/engine/');
  const named = (await page.locator('dl dt').allTextContents()).flatMap((text) => text.split(', '));
  const files = (await readdir('dist/engine')).filter((name) => name !== 'index.html');
  expect(named.sort()).toEqual(files.sort());
});

test('a page that is not isolated is told why nothing starts', async ({ page, plainUrl }) => {
  await page.goto(plainUrl);
  const code = await page.evaluate(async () => {
    const address = '/engine/interleave.js';
    const { boot } = await import(address);
    return boot().catch((error: { code: string }) => error.code);
  });
  expect(code).toBe('ENGINE_NOT_ISOLATED');
});

test('the types of the library name all that it exports', async ({ page, request }) => {
  await page.goto('/engine/');
  const exported = await page.evaluate(async () => {
    const address = '/engine/interleave.js';
    return Object.keys(await import(address));
  });
  const types = await Promise.all(
    ['interleave.d.ts', 'engine.d.ts'].map(async (name) =>
      (await request.get(`/engine/${name}`)).text(),
    ),
  );
  expect(exported.sort()).toEqual(['EngineError', 'boot']);
  expect(types[0]).toContain('export declare function boot(');
  expect(types[0]).toContain("export * from './engine.js'");
  expect(types[1]).toContain('export declare class EngineError');
});
