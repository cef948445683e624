/** The editor with everything open that it has: reachable, readable, and its text in no danger. */
import { deflateRawSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import { PairPage } from './pair-page.ts';

const address = '/patterns/asyncio/tasks/';

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [360, 1280]) {
    test(`axe finds nothing in an editor in use, ${colorScheme} at ${width} px`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      const files = { 'main.ts': "import { performance } from 'node:perf_hooks';\nconst = 1;\n" };
      const shared = { key: 'asyncio/tasks/main', original: 'x', entry: 'main.ts', files };
      const packed = deflateRawSync(JSON.stringify(shared)).toString('base64url');
      await page.goto(`${address}#code=1.${packed}`);
      const pair = new PairPage(page);
      await expect(pair.root.locator('.editor-notice')).toBeVisible();
      await pair.button('What changed').click();
      await expect(pair.editor.locator('.cm-deletedChunk').first()).toBeVisible();
      await expect(pair.editor.locator('.cm-lintRange-error')).toHaveText('=');
      // However far the editor has layers of its own, the page's header is above them.
      const header = page.locator('header').first();
      await pair.root.locator('.editor-notice').evaluate((notice) => {
        scrollBy(0, notice.getBoundingClientRect().top - 10);
      });
      expect(
        await header.evaluate((element) => {
          const { left, width } = element.getBoundingClientRect();
          return element.contains(document.elementFromPoint(left + width / 2, 20));
        }),
      ).toBe(true);
      await pair.button('Find').click();
      await pair.root.locator('.pair-try summary').first().click();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
  }
}

test('an edit survives the crash of its tab', async ({ page, context }) => {
  await page.goto(address);
  await new PairPage(page).write('console.log("kept");\n');
  const crashed = page.waitForEvent('crash');
  page.goto('chrome://crash').catch(() => undefined); // Nothing is left to answer it.
  await crashed;
  const next = new PairPage(await context.newPage());
  await next.page.goto(address);
  await expect(next.editor).toHaveText('console.log("kept");');
});

test('an edit survives a walk through other pages', async ({ page }) => {
  await page.goto(address);
  await new PairPage(page).write('console.log("kept");\n');
  await page.goto('/guide/');
  await page.goBack();
  await expect(new PairPage(page).editor).toHaveText('console.log("kept");');
});

test('edits of one program in two tabs: the later takes nothing from the earlier', async ({
  page,
  context,
}) => {
  const one = new PairPage(page);
  const other = new PairPage(await context.newPage());
  await one.page.goto(address);
  await other.page.goto(address);
  await one.write('console.log("one");');
  await other.write('console.log("other");');
  await expect(other.button('Bring my edit back')).toBeVisible();
  await expect(other.root.locator('[data-announce]')).toContainText('in another tab');
  await other.page.reload();
  await expect(other.editor).toHaveText('console.log("other");');
  await other.button('Bring my edit back').click();
  await expect(other.editor).toHaveText('console.log("one");');
});
