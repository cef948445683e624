/** The name map, the chooser, and the site as machines read it. */
import { expect, test } from './fixtures.ts';

test('the name map narrows by words and match, and shows the name of the address', async ({
  page,
}) => {
  await page.goto('/names/#threading-Lock');
  const rows = page.locator('il-name-map tbody tr:visible');
  await expect(page.locator('#threading-Lock')).toBeInViewport();
  const all = await rows.count();
  await page.getByRole('searchbox', { name: 'Filter' }).fill('task_done');
  await expect(rows.first()).toContainText('task_done');
  expect(await rows.count()).toBeLessThan(all / 10);
  await page.getByLabel('Match').selectOption('same');
  await expect(page.getByRole('main').getByRole('status')).toHaveText(/^No name fits/);
  await page.evaluate(() => {
    location.hash = '#asyncio-gather';
  });
  await expect(page.locator('#asyncio-gather')).toBeVisible();
});

test('the chooser leads to a pattern by keyboard alone', async ({ page }) => {
  await page.goto('/choose/');
  const chooser = page.locator('.chooser');
  await chooser.locator('summary').first().focus();
  await page.keyboard.press('Enter');
  const second = chooser.locator('details[open] details > summary').first();
  await expect(second).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(second).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/patterns\/[a-z]+\/[a-z-]+\/$/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the name map is whole and the chooser opens', async ({ page }) => {
    await page.goto('/names/');
    expect(await page.locator('tbody tr:visible').count()).toBeGreaterThan(300);
    await expect(page.locator('il-name-map input')).toBeHidden();
    await page.goto('/choose/');
    await page.locator('.chooser summary').first().click();
    await expect(page.locator('.chooser details details summary').first()).toBeVisible();
  });
});

test('every pattern is there as Markdown and in patterns.json, and llms.txt and the sitemap list it', async ({
  page,
  request,
}) => {
  const pairs = (await (await request.get('/patterns.json')).json()) as {
    id: string;
    sources: { python: Record<string, string> };
    outputs: { python: string };
  }[];
  const llms = await (await request.get('/llms.txt')).text();
  const sitemap = await (await request.get('/sitemap.xml')).text();
  expect(pairs.length).toBeGreaterThan(9);
  for (const { id, sources, outputs } of pairs) {
    const markdown = await (await request.get(`/patterns/${id}/index.md`)).text();
    expect(markdown, id).toContain((sources.python['main.py'] ?? '').trimEnd());
    expect(markdown, id).toContain(outputs.python.trimEnd());
    expect(markdown, id).not.toMatch(/<Pair|<Note/);
    expect(llms).toContain(`/patterns/${id}/index.md`);
    expect(sitemap).toContain(`/patterns/${id}/</loc>`);
  }
  for (const [path, text] of [
    ['/guide/', 'Interpreter Lock'],
    ['/patterns/', '/patterns/threads/lock/index.md'],
    ['/names/', '| `Lock.acquire` |'],
    ['/choose/', '| The program |'],
    ['/glossary/', '**Back-pressure**'],
    ['/compatibility/', '## worker_threads'],
  ] as const) {
    expect(await (await request.get(`${path}index.md`)).text(), path).toContain(text);
    await page.goto(path);
    await expect(page.locator('link[type="text/markdown"]')).toHaveAttribute(
      'href',
      `${path}index.md`,
    );
  }
  await page.goto('/patterns/threads/lock/');
  const alternate = page.locator('link[rel="alternate"][type="text/markdown"]');
  await expect(alternate).toHaveAttribute('href', '/patterns/threads/lock/index.md');
});
