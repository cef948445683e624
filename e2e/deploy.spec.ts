/**
 * The site as hosts serve it: below a path, and held to its own content-security policy. The build
 * for the path is made here, once for the present sources.
 */
import { join } from 'node:path';
import { buildIfChanged } from '../src/tools/build.ts';
import { root } from '../src/tools/run.ts';
import { type RunningServer, serve } from '../src/tools/serve.ts';
import { test as anywhere, expect } from './fixtures.ts';
import { PairPage } from './pair-page.ts';

const base = '/repo/';
const outDir = 'dist-below';
let server: RunningServer;
let plainServer: RunningServer;

const test = anywhere.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its pattern.
  hosts: async ({}, use) => {
    await use([server.url, plainServer.url]);
  },
});

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(900_000);
  expect(await buildIfChanged({ outDir, base })).toBe(0);
  server = await serve({ root: join(root, outDir), port: 0, base });
  plainServer = await serve({ root: join(root, outDir), port: 0, base, headers: false });
});
test.afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await plainServer?.[Symbol.asyncDispose]();
});

test.describe('below a path', () => {
  test('a sample runs, as it is and edited', async ({ page }) => {
    await page.goto(`${server.url}patterns/threads/lock/`);
    const pair = new PairPage(page);
    await pair.button('Run main.ts').click();
    expect((await pair.end()).code).toBe(0);
    await pair.write("console.log('changed');\n");
    await pair.button('Run main.ts').click();
    expect((await pair.end()).code).toBe(0);
    expect(await pair.output()).toContain('changed');
  });

  test('the search finds pages below the path', async ({ page }) => {
    await page.goto(server.url);
    await page.keyboard.press('/');
    await page.keyboard.type('threading.Lock');
    const result = page.getByRole('dialog').locator('.results a').first();
    await expect(result).toHaveAttribute('href', /^\/repo\/(guide|patterns|names)\//);
    await result.click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(new URL(page.url()).pathname).toMatch(/^\/repo\/(guide|patterns|names)\//);
  });

  test('the playground and the engine’s library are there', async ({ page }) => {
    await page.goto(`${server.url}playground/`);
    await page.getByRole('button', { name: /^Run/ }).click();
    await expect(page.locator('[data-status]')).toContainText(/with code 0/, { timeout: 20_000 });
    expect((await page.request.get(`${server.url}engine/interleave.js`)).status()).toBe(200);
  });

  test('no page has an address outside of the path', async ({ page }) => {
    const addresses = [
      '',
      'guide/',
      'guide/gil/',
      'patterns/',
      'patterns/processes/queue/',
      '404.html',
    ];
    for (const address of [...addresses, 'playground/', 'engine/', 'compatibility/']) {
      const html = await (await page.request.get(`${server.url}${address}`)).text();
      const outside = await page.evaluate((text) => {
        const parsed = new DOMParser().parseFromString(text, 'text/html');
        return ['href', 'src', 'action', 'data-program', 'data-starters'].flatMap((name) =>
          [...parsed.querySelectorAll(`[${name}^="/"]`)]
            .map((element) => element.getAttribute(name) ?? '')
            .filter((value) => !value.startsWith('/repo/')),
        );
      }, html);
      expect(outside, address).toEqual([]);
    }
  });
});

test.describe('below a path, on a host without headers', () => {
  test.use({ serviceWorkers: 'allow' });

  test('the service worker isolates the page, and a sample runs', async ({ page }) => {
    await page.goto(`${plainServer.url}patterns/threads/lock/`);
    await page.waitForFunction(() => crossOriginIsolated);
    const pair = new PairPage(page);
    await pair.button('Run main.ts').click();
    expect((await pair.end()).code).toBe(0);
  });
});

test('an inline script that the policy does not name is refused', async ({ page, problems }) => {
  await page.goto('/guide/gil/');
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.body.dataset.injected = "yes"';
    document.body.append(script);
    return document.body.dataset.injected;
  });
  expect(ran).toBeUndefined();
  // Once by the policy in the page, once by that in its headers.
  const refusal = expect.stringContaining('Content Security Policy');
  expect(problems.splice(0)).toEqual([refusal, refusal]);
});

test('a script in a data: address is refused, but where the engine needs them', async ({
  page,
  problems,
}) => {
  await page.goto('/guide/gil/');
  const outcome = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const script = document.createElement('script');
        script.src = 'data:text/javascript,document.body.dataset.injected="yes"';
        script.onload = () => resolve('loaded');
        script.onerror = () => resolve('refused');
        document.body.append(script);
      }),
  );
  expect(outcome).toBe('refused');
  expect(problems.splice(0)).toEqual([expect.stringContaining('Content Security Policy')]);
});

test('the policy in the headers is that of the page', async ({ page }) => {
  const response = await page.goto('/');
  const inPage = await page
    .locator('meta[http-equiv="Content-Security-Policy"]')
    .first()
    .getAttribute('content');
  expect(response?.headers()['content-security-policy']).toBe(`${inPage}; frame-ancestors 'self'`);
});
