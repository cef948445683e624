/** The site around the pairs, as a reader meets it: ways through it, search, index, theme, access. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

declare const shifted: number;

test.describe.configure({ mode: 'parallel' });

const kinds = {
  home: '/',
  'guide contents': '/guide/',
  'guide page': '/guide/locks/',
  'pattern page': '/patterns/threads/lock/',
  'pattern index': '/patterns/',
  playground: '/playground/',
  '404': '/404.html',
};

const listedPatterns = (page: Page) => page.locator('il-pattern-index li:visible h3');

/** The links of a page to its neighbours and to itself, without the cost of opening it. */
function readSteps(page: Page, path: string) {
  return page.evaluate(async (address) => {
    const html = await (await fetch(address)).text();
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    const href = (selector: string) => parsed.querySelector(selector)?.getAttribute('href');
    return {
      previous: href('main [rel="prev"]'),
      current: href('#site-nav [aria-current="page"]'),
      next: href('main [rel="next"]'),
    };
  }, path);
}

test('previous and next go through the whole guide in the order of its contents', async ({
  page,
}) => {
  await page.goto('/guide/');
  const links = page.locator('main .contents a');
  const order = await links.evaluateAll((all) =>
    all.map((link) => link.getAttribute('href') ?? ''),
  );
  expect(order.length).toBe(15);
  for (const [at, path] of order.entries()) {
    expect(await readSteps(page, path)).toEqual({
      previous: order[at - 1],
      current: path,
      next: order[at + 1] ?? '/patterns/',
    });
  }
  await links.first().click();
  await page.getByRole('link', { name: /^Next/ }).click();
  await expect(page).toHaveURL(order[1] ?? '');
  await page.getByRole('link', { name: /^Previous/ }).click();
  await expect(page).toHaveURL(order[0] ?? '');
});

test('the heading being read is marked in the sidebar', async ({ page }) => {
  await page.setViewportSize({ width: 1600, height: 800 });
  await page.goto('/guide/locks/');
  const entries = page.locator('il-toc a');
  await expect(entries.first()).toBeVisible();
  const last = entries.last();
  await last.click();
  await expect(page).toHaveURL(/#./);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect(page.locator('il-toc [aria-current="location"]')).toHaveCount(1);
  await page.evaluate(() => scrollTo(0, 0));
  await expect(page.locator('il-toc [aria-current="location"]')).toHaveCount(0);
});

test.describe('the search', () => {
  test('opens by /, finds a name, is walked by arrow keys and followed by Enter', async ({
    page,
  }) => {
    await page.goto('/');
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog', { name: 'Search' });
    await expect(dialog.getByRole('searchbox')).toBeFocused();
    await page.keyboard.type('threading.Lock');
    await expect(dialog.getByRole('searchbox')).toHaveValue('threading.Lock');
    const results = dialog.locator('.results[aria-busy="false"] a');
    await expect(results.first()).toContainText('lock', { ignoreCase: true });
    await expect(results.first().locator('mark').first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(results.nth(0)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(results.nth(1)).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(dialog.getByRole('searchbox')).toBeFocused();
    const target = await results.first().getAttribute('href');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${target}`);
  });

  test('keeps the place in the results when a late answer replaces them', async ({ page }) => {
    await page.goto('/');
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog', { name: 'Search' });
    const field = dialog.getByRole('searchbox');
    await field.fill('lock');
    const results = dialog.locator('.results[aria-busy="false"] a');
    await expect(results.first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(results.first()).toBeFocused();
    const address = await results.first().getAttribute('href');
    // Asked again behind the reader's back, as a slow answer to the last key would.
    await field.evaluate((input) => input.dispatchEvent(new Event('input')));
    await expect(results.first()).toBeVisible();
    await expect(dialog.locator(`.results a[href="${address}"]`)).toBeFocused();
  });

  test('gives the focus back on Escape', async ({ page }) => {
    await page.goto('/guide/');
    const link = page.locator('main .contents a').first();
    await link.focus();
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('searchbox')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(link).toBeFocused();
  });

  test('says what to try when nothing is found', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.keyboard.type('zyxwvut');
    const status = page.getByRole('dialog').getByRole('status');
    await expect(status).toContainText('Nothing found for “zyxwvut”. Try');
    await expect(status.getByRole('link', { name: 'the pattern index' })).toBeVisible();
  });

  test('narrows by model and kind', async ({ page }) => {
    await page.goto('/');
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /^asyncio \d+$/ }).click();
    const results = dialog.locator('.results a');
    await expect(results.first()).toHaveAttribute('href', /^\/patterns\/asyncio\//);
    for (const address of await results.evaluateAll((links) =>
      links.map((link) => link.getAttribute('href')),
    )) {
      expect(address).toMatch(/^\/patterns\/asyncio\//);
    }
    await dialog.getByRole('button', { name: /^asyncio \d+$/, pressed: true }).click();
    await expect(results).toHaveCount(0);
  });

  test('forgives typing errors, and answers a keystroke within 50 ms once warm', async ({
    page,
  }) => {
    await page.goto('/');
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog');
    const field = dialog.getByRole('searchbox');
    await field.fill('semaphor limmit');
    await expect(dialog.locator('.results a').first()).toHaveAttribute('href', /semaphore/);
    // The best of many keystrokes: the machine may be busy with something else during any of them.
    const best = await field.evaluate(async (input: HTMLInputElement) => {
      const times: number[] = [];
      for (const query of ['t', 'th', 'thr', 'thread', 'hangs at exit', 'asyncio.gather', 'lokc']) {
        input.value = query;
        const start = performance.now();
        input.dispatchEvent(new Event('input'));
        while (document.querySelector('.results')?.getAttribute('aria-busy') === 'true')
          await new Promise((resolve) => setTimeout(resolve));
        times.push(performance.now() - start);
      }
      return Math.min(...times);
    });
    expect(best).toBeLessThan(50);
  });

  test('leaves / alone where the reader is typing', async ({ page }) => {
    await page.goto('/patterns/');
    await page.getByLabel('Filter by text').press('/');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByLabel('Filter by text')).toHaveValue('/');
  });

  test('asks for nothing before it is opened', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto('/guide/locks/', { waitUntil: 'networkidle' });
    expect(asked.filter((path) => /search\.json|search-box/.test(path))).toEqual([]);
  });

  test('starts from the words of an address that is not there', async ({ page, problems }) => {
    const response = await page.goto('/patterns/threads/lokc/');
    expect(response?.status()).toBe(404);
    await expect(page.getByLabel('Search the site')).toHaveValue('threads lokc');
    await page.getByLabel('Search the site').fill('lock');
    await page.getByLabel('Search the site').press('Enter');
    await expect(page.getByRole('dialog').locator('.results a').first()).toBeVisible();
    expect(problems.splice(0)).toEqual([expect.stringContaining('404')]);
  });
});

test.describe('the pattern index', () => {
  test('shows what the address says', async ({ page }) => {
    await page.goto('/patterns/?model=threads&bound=cpu');
    await expect(page.getByRole('checkbox', { name: 'Threads' })).toBeChecked();
    await expect(page.getByRole('checkbox', { name: 'CPU' })).toBeChecked();
    const shown = await listedPatterns(page).count();
    expect(shown).toBeGreaterThan(0);
    await expect(page.getByRole('main').getByRole('status')).toHaveText(
      new RegExp(`^${shown} of \\d+ patterns$`),
    );
    for (const row of await page.locator('li[data-model]:visible').all()) {
      await expect(row).toHaveAttribute('data-model', 'threads');
      await expect(row).toHaveAttribute('data-bound', /\bcpu\b/);
    }
  });

  test('keeps the selection in the address, through back and forward', async ({ page }) => {
    await page.goto('/patterns/');
    const all = await listedPatterns(page).count();
    const of = (model: string) => page.locator(`li[data-model="${model}"]`).count();
    const [threads, asyncio] = [await of('threads'), await of('asyncio')];
    expect(all).toBeGreaterThan(threads + asyncio);
    await page.getByRole('checkbox', { name: 'Threads' }).check();
    await page.getByRole('checkbox', { name: 'asyncio' }).check();
    await expect(page).toHaveURL('/patterns/?model=threads&model=asyncio');
    await expect(listedPatterns(page)).toHaveCount(threads + asyncio);
    await page.goBack();
    await expect(page.getByRole('checkbox', { name: 'asyncio' })).not.toBeChecked();
    await expect(listedPatterns(page)).toHaveCount(threads);
    await page.goForward();
    await expect(listedPatterns(page)).toHaveCount(threads + asyncio);
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await expect(page).toHaveURL('/patterns/');
    await expect(listedPatterns(page)).toHaveCount(all);
  });

  test('counts what each value would show, and filters by names of either language', async ({
    page,
  }) => {
    await page.goto('/patterns/');
    await page.getByLabel('Filter by text').fill('promise.ALL');
    await expect(page).toHaveURL('/patterns/?q=promise.ALL');
    const shown = await listedPatterns(page).count();
    const counts = await page.locator('fieldset:has([name="model"]) .count').allTextContents();
    expect(counts.map(Number).reduce((sum, count) => sum + count)).toBe(shown);
    expect(shown).toBeGreaterThan(0);
    await page.getByLabel('Filter by text').fill('no such thing');
    await expect(page.getByRole('main').getByRole('status')).toHaveText(
      'No pattern fits; take a filter away',
    );
  });

  test('is linked to from the facets of a pattern', async ({ page }) => {
    await page.goto('/patterns/threads/lock/');
    await page.locator('.facts').getByRole('link', { name: 'Lock', exact: true }).click();
    await expect(page).toHaveURL('/patterns/?primitive=lock');
    expect(await listedPatterns(page).count()).toBeGreaterThan(0);
    for (const row of await page.locator('li[data-model]:visible').all()) {
      await expect(row).toHaveAttribute('data-primitive', /\block\b/);
    }
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the index is the whole list, and what needs a script is not there', async ({ page }) => {
    await page.goto('/patterns/?model=threads');
    expect(await listedPatterns(page).count()).toBe(
      await page.locator('main li[data-model]').count(),
    );
    await expect(page.getByLabel('Filter by text')).toBeHidden();
    await expect(page.getByRole('button', { name: 'Search' })).toBeHidden();
  });

  test('the drawer opens', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('/guide/locks/');
    await page.getByRole('button', { name: 'Menu' }).click();
    await expect(page.getByRole('navigation', { name: 'Guide and patterns' })).toBeVisible();
  });
});

test('the drawer of a narrow window works by keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/guide/locks/');
  const drawer = page.getByRole('navigation', { name: 'Guide and patterns' });
  await expect(drawer).toBeHidden();
  const menu = page.getByRole('button', { name: 'Menu', exact: true });
  await menu.focus();
  await page.keyboard.press('Enter');
  await expect(drawer).toBeVisible();
  await expect(drawer.locator('[aria-current="page"]')).toBeInViewport();
  await page.keyboard.press('Tab');
  await expect(drawer.getByRole('button', { name: 'Close menu' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(menu).toBeFocused();
});

test('the skip link leads past the navigation', async ({ page }) => {
  await page.goto('/guide/locks/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

for (const path of ['/patterns/threads/lock/', '/guide/process-communication/']) {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(`${path} on a phone, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
      test.use({ viewport: { width: 360, height: 740 }, javaScriptEnabled });

      test('a link in the first screen leads to Run, and takes the focus there', async ({
        page,
      }) => {
        await page.goto(path);
        const link = page.getByRole('link', { name: 'Go to Run' });
        await expect(link).toBeInViewport({ ratio: 1 });
        await link.focus();
        await page.keyboard.press('Enter');
        const head = page.locator(new URL(page.url()).hash);
        await expect(head).toBeInViewport({ ratio: 1 });
        await expect(head).toBeFocused();
        if (!javaScriptEnabled) return;
        await page.keyboard.press('Tab');
        await expect(page.getByRole('button', { name: 'Run main.ts' }).first()).toBeFocused();
      });
    });
  }
}

test('the theme is the system’s until one is chosen, and the choice is kept', async ({ page }) => {
  const background = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  const light = await background();
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await background();
  expect(dark).not.toBe(light);
  await page.getByRole('button', { name: 'Switch to light theme' }).click();
  expect(await background()).toBe(light);
  await page.goto('/guide/');
  expect(await background()).toBe(light);
  await page.getByRole('button', { name: 'Switch to dark theme' }).click();
  await page.emulateMedia({ colorScheme: 'light' });
  await page.reload();
  expect(await background()).toBe(dark);
});

for (const [kind, path] of Object.entries(kinds)) {
  for (const width of [320, 360, 768, 1600]) {
    test(`${kind} does not scroll sideways at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(path);
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(excess).toBeLessThanOrEqual(0);
    });
  }
}

test('where two columns of code leave no room for the links, these are in the drawer', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/guide/locks/');
  const nav = page.locator('#site-nav');
  const menu = page.getByRole('button', { name: 'Menu', exact: true });
  await expect(nav).toBeHidden();
  await menu.click();
  await expect(nav.getByRole('link', { name: 'Multiprocessing' })).toBeVisible();
  await page.setViewportSize({ width: 1600, height: 800 });
  await expect(menu).toBeHidden();
  await expect(nav).toBeVisible();
  expect(await nav.evaluate((each) => each.matches(':popover-open'))).toBe(false);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/guide/gil/');
  await expect(nav).toBeVisible();
  await expect(menu).toBeHidden();
});

test('the last column of a table, which is the answer, is in sight on a phone', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const paths = [
    '/choose/',
    '/compatibility/',
    '/guide/concurrency-and-parallelism/',
    '/guide/choosing/',
    '/patterns/asyncio/timeout/',
    '/patterns/processes/pipe/',
    '/patterns/threads/lock/',
  ];
  for (const path of paths) {
    await page.goto(path);
    const hidden = await page
      .locator('.table')
      .evaluateAll((tables) => tables.map((table) => table.scrollWidth - table.clientWidth));
    expect(hidden.length, path).toBeGreaterThan(0);
    expect(Math.max(...hidden), path).toBeLessThanOrEqual(0);
  }
});

test('axe finds nothing in the open drawer', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/guide/locks/');
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  const { violations } = await new AxeBuilder({ page }).include('#site-nav').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('nothing moves while a page loads', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(globalThis, { shifted: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        Object.assign(globalThis, {
          shifted: shifted + ('value' in entry ? Number(entry.value) : 0),
        });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const path of Object.values(kinds)) {
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(await page.evaluate(() => shifted), path).toBeLessThan(0.01);
  }
});

test('axe finds nothing in the open search', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('/');
  await page.keyboard.type('lock');
  await expect(page.getByRole('dialog').locator('.results a').first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('the line under a name leaves its underscores to be seen', async ({ page }) => {
  for (const path of ['/patterns/threads/condition/', '/names/']) {
    await page.goto(path);
    const link = page.locator('main a:has(> code)', { hasText: '_' }).first();
    const [offset, size] = await link.evaluate((each) => {
      const { textUnderlineOffset, fontSize } = getComputedStyle(each);
      return [Number.parseFloat(textUnderlineOffset), Number.parseFloat(fontSize)];
    });
    expect(offset, path).toBeGreaterThan(0.3 * (size ?? 0));
  }
});
