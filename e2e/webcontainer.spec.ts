/**
 * The WebContainer as a reader meets it: chosen, used, failing and recovered from. The client is the
 * real one; stackblitz.com is the double, or whatever a test puts in its place.
 */
import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { installDouble, installHarness, SERVICE } from './double/install.ts';
import { expect, test } from './fixtures.ts';
import { PairPage } from './pair-page.ts';

const address = '/patterns/threads/lock/';

test.use({ hosts: ['https://stackblitz.com'] });

/** Puts the reader's earlier choice into the browser. */
async function choose(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    if (window === top) localStorage.setItem('interleave:engine', 'webcontainer');
  });
}

/** A page on which the WebContainer is chosen; time can be wound forward. */
async function open(page: Page, context: BrowserContext): Promise<PairPage> {
  await choose(context);
  await page.clock.install();
  await page.goto(address);
  const pair = new PairPage(page);
  await expect(pair.button('Engine')).toHaveText('WebContainer');
  return pair;
}

const alert = (pair: PairPage) => pair.root.getByRole('alert');

test('the switch names the third party and its terms, and asks nothing of it before the choice', async ({
  page,
  context,
}) => {
  const asked: string[] = [];
  context.on('request', (request) => {
    if (request.url().includes('stackblitz')) asked.push(request.url());
  });
  await installDouble(context);
  await page.goto(address);
  const pair = new PairPage(page);
  await expect(pair.button('Engine')).toHaveText('Embedded');
  await pair.button('Engine').click();
  const dialog = page.getByRole('dialog', { name: 'Where programs run' });
  await expect(dialog).toContainText('stackblitz.com');
  await expect(dialog).toContainText('production use for profit needs their licence');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await dialog.getByRole('radio', { name: 'WebContainer' }).check();
  await page.keyboard.press('Escape');
  await expect(pair.button('Engine')).toHaveText('Embedded');
  await pair.button('Engine').click();
  await dialog.getByRole('radio', { name: 'WebContainer' }).check();
  await dialog.getByRole('button', { name: 'Use this engine' }).click();
  await expect(pair.button('Engine')).toHaveText('WebContainer');
  expect(asked).toEqual([]);

  await pair.button('Run').click();
  expect(await pair.end(40_000)).toMatchObject({ code: 0 });
  expect(await pair.output()).toBe(
    readFileSync('content/patterns/threads/lock/main.ts.out', 'utf8'),
  );
  expect(asked[0]).toContain('coep=require-corp');
  await page.goto('/patterns/threads/thread-local/');
  await expect(new PairPage(page).button('Engine')).toHaveText('WebContainer');
});

test('terminals of a page share one instance, in which Ctrl-C and Stop work', async ({
  page,
  context,
}) => {
  await installDouble(context);
  await choose(context);
  await page.goto('/patterns/processes/queue/');
  const pair = new PairPage(page);
  await pair.write('console.log("waiting");\nsetInterval(() => {}, 1000);\n');
  for (const code of [130, 137]) {
    await pair.button('Run').click();
    await expect.poll(() => pair.output(), { timeout: 30_000 }).toBe('waiting\n');
    await pair.terminal.focus();
    if (code === 130) await page.keyboard.press('Control+c');
    else await pair.button('Stop').click();
    await expect(pair.status).toContainText(`with code ${code}`);
  }
  const given = new PairPage(page, 'given.ts');
  await given.button('Run').click();
  await expect.poll(() => given.output()).toContain('Main process received');
  await given.button('Stop').click();
  await given.end();
  await expect(page.locator('iframe[src^="https://stackblitz.com/"]')).toHaveCount(1);
});

test('the shell installs what package.json asks for, and the program finds it', async ({
  page,
  context,
}) => {
  await installDouble(context);
  await choose(context);
  await page.addInitScript(() => {
    if (window !== top) return;
    localStorage.setItem('interleave:playground', 'blank');
    const files = {
      'main.ts':
        "import { createRequire } from 'node:module';\nconsole.log(createRequire(import.meta.url)('left'));\n",
      'package.json': '{ "dependencies": { "left": "1" } }',
    };
    const edit = { original: '', files, entry: 'main.ts' };
    localStorage.setItem('interleave:edit:playground/blank', JSON.stringify(edit));
  });
  await page.goto('/playground/');
  const playground = page.locator('interleave-playground');
  const output = () => playground.evaluate((element) => String(Reflect.get(element, 'outputText')));
  await playground.getByRole('button', { name: 'Shell' }).click();
  await expect.poll(output, { timeout: 30_000 }).toContain('❯');
  await playground.getByRole('textbox', { name: /^Terminal/ }).focus();
  await page.keyboard.type('npm install');
  await page.keyboard.press('Enter');
  await expect.poll(output).toContain('added 1 packages');
  await page.keyboard.type('exit');
  await page.keyboard.press('Enter');
  await expect(playground.locator('[data-status]')).toContainText('with code 0');
  await playground.getByRole('button', { name: 'Run the program' }).click();
  await expect.poll(output).toBe('left is installed\n');
});

test('what the embedded engine declines is offered in place, with the third party named', async ({
  page,
  context,
}) => {
  await installDouble(context);
  await page.goto(address);
  const pair = new PairPage(page);
  await pair.write("import { createServer } from 'node:http';\ncreateServer();\n");
  await pair.button('Run').click();
  expect(await pair.end()).toMatchObject({ code: 1 });
  await pair.root.getByRole('button', { name: 'Run in WebContainer' }).click();
  const dialog = page.getByRole('dialog', { name: 'Where programs run' });
  await expect(dialog.getByRole('radio', { name: 'WebContainer' })).toBeChecked();
  await dialog.getByRole('button', { name: 'Use this engine' }).click();
  await expect(pair.button('Engine')).toHaveText('WebContainer');
  await expect(pair.status).toContainText('with code 1', { timeout: 40_000 });
  await expect(pair.root.getByRole('button', { name: 'Run in WebContainer' })).toHaveCount(0);
});

test('a Node that strips no types gets the program without them', async ({ page, context }) => {
  await installDouble(context, 'no-types');
  await choose(context);
  await page.goto(address);
  const pair = new PairPage(page);
  await pair.button('Run').click();
  expect(await pair.end(40_000)).toMatchObject({ code: 0 });
  expect(await pair.output()).toBe(
    readFileSync('content/patterns/threads/lock/main.ts.out', 'utf8'),
  );
});

test('the key of a site goes with the request', async ({ page, context }) => {
  await installDouble(context);
  await installHarness(context);
  await page.goto('/engine/');
  const asked = page.waitForRequest((request) => request.url().includes('/headless'));
  await page.evaluate(async () => {
    const from = '/harness.js';
    const { boot } = await import(from);
    await boot('wc_api_example');
  });
  expect(new URL((await asked).url()).searchParams.get('client_id')).toBe('wc_api_example');
});

test.describe('a start that fails', () => {
  test('by a blocked host says so; the next attempt needs no reload', async ({
    page,
    context,
    problems,
  }) => {
    await context.route(SERVICE, (route) => route.abort('blockedbyclient'));
    const pair = await open(page, context);
    await pair.button('Run').click();
    await expect(alert(pair)).toContainText('stackblitz.com cannot be reached', {
      timeout: 30_000,
    });
    await expect(alert(pair)).toContainText('WEBCONTAINER_UNREACHABLE');
    await expect(pair.button('Stop')).toBeDisabled();
    await installDouble(context);
    await pair.root.getByRole('button', { name: 'Try again' }).click();
    expect(await pair.end(40_000)).toMatchObject({ code: 0 });
    await expect(alert(pair)).toBeHidden();
    problems.length = 0;
  });

  test('leaves the embedded engine one press away', async ({ page, context, problems }) => {
    await context.route(SERVICE, (route) => route.abort('connectionrefused'));
    const pair = await open(page, context);
    await pair.button('Run').click();
    await pair.root
      .getByRole('button', { name: 'Run with the embedded engine' })
      .click({ timeout: 30_000 });
    expect(await pair.end()).toMatchObject({ code: 0 });
    await expect(pair.button('Engine')).toHaveText('Embedded');
    problems.length = 0;
  });

  test('by an HTTP error gives its status', async ({ page, context, problems }) => {
    await context.route(SERVICE, (route) =>
      route.fulfill({
        status: 503,
        body: 'down',
        headers: {
          'access-control-allow-origin': '*',
          'cross-origin-resource-policy': 'cross-origin',
          'cross-origin-embedder-policy': 'require-corp',
        },
      }),
    );
    const pair = await open(page, context);
    await pair.button('Run').click();
    await expect(alert(pair)).toContainText('Its status is 503', { timeout: 30_000 });
    await expect(alert(pair)).toContainText('WEBCONTAINER_HTTP_ERROR');
    problems.length = 0;
  });

  test('by a frame that says nothing is given up in the end', async ({
    page,
    context,
    problems,
  }) => {
    await installDouble(context, 'silent');
    const pair = await open(page, context);
    await pair.button('Run').click();
    await expect(pair.status).toHaveText('Waiting for stackblitz.com…');
    await expect(async () => {
      await page.clock.fastForward(31_000);
      await expect(alert(pair)).toContainText('WEBCONTAINER_FRAME_SILENT', { timeout: 1000 });
    }).toPass();
    await expect(alert(pair)).toContainText('Allow third-party cookies');
    problems.length = 0;
  });

  test('by storage that is off names the setting', async ({ page, context }) => {
    await installDouble(context, 'no-storage');
    const pair = await open(page, context);
    await pair.button('Run').click();
    await expect(alert(pair)).toContainText('WEBCONTAINER_STORAGE_OFF', { timeout: 30_000 });
  });

  test('by a policy of the site is told apart', async ({ page, context, problems }) => {
    await installDouble(context);
    await page.route(`**${address}`, async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers(), 'content-security-policy': "frame-src 'self'" };
      await route.fulfill({ response, headers });
    });
    const pair = await open(page, context);
    await pair.button('Run').click();
    await expect(alert(pair)).toContainText('WEBCONTAINER_FRAME_REFUSED', { timeout: 30_000 });
    problems.length = 0;
  });

  test('by headers that the site was not built for names both', async ({
    page,
    context,
    problems,
  }) => {
    await installDouble(context, 'silent');
    await page.route(`**${address}`, async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers(), 'cross-origin-embedder-policy': 'credentialless' };
      await route.fulfill({ response, headers });
    });
    const pair = await open(page, context);
    await pair.button('Run').click();
    await expect(alert(pair)).toContainText(
      'built for require-corp and served with credentialless',
      {
        timeout: 30_000,
      },
    );
    await expect(pair.root.getByRole('button', { name: 'Reload the page' })).toBeVisible();
    problems.length = 0;
  });

  test('for want of a network, memory or a browser’s feature says which', async ({
    page,
    context,
  }) => {
    await installDouble(context, 'no-memory');
    await installHarness(context);
    await page.goto('/engine/');
    const attempt = () =>
      page.evaluate(async () => {
        const from = '/harness.js';
        const { boot } = await import(from);
        return boot().catch((error: { code: string; recovery: string }) => [
          error.code,
          error.recovery,
        ]);
      });
    expect(await attempt()).toEqual(['WEBCONTAINER_OUT_OF_MEMORY', 'reload']);
    await page.evaluate(() => Object.defineProperty(navigator, 'onLine', { value: false }));
    expect(await attempt()).toEqual(['WEBCONTAINER_OFFLINE', 'retry']);
    await page.evaluate(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
    expect(await attempt()).toEqual(['WEBCONTAINER_UNSUPPORTED_BROWSER', 'reload']);
  });

  test('on a page that is not isolated says so', async ({ page, context, plainUrl }) => {
    await installHarness(context);
    await page.goto(plainUrl);
    const code = await page.evaluate(async () => {
      const from = '/harness.js';
      const { boot } = await import(from);
      return boot().catch((error: { code: string }) => error.code);
    });
    expect(code).toBe('WEBCONTAINER_NOT_ISOLATED');
  });

  test('because another one runs says so', async ({ page, context }) => {
    await installDouble(context);
    await installHarness(context);
    await page.goto('/engine/');
    const code = await page.evaluate(async () => {
      const from = '/harness.js';
      const { boot, WebContainer } = await import(from);
      await WebContainer.boot({ coep: 'require-corp' });
      return boot().catch((error: { code: string }) => error.code);
    });
    expect(code).toBe('WEBCONTAINER_SECOND_INSTANCE');
  });

  test('because Node never comes is given up, and needs a reload', async ({ page, context }) => {
    await installDouble(context, 'stuck');
    const pair = await open(page, context);
    await pair.button('Run').click();
    await expect(pair.status).toContainText('Starting Node there', { timeout: 30_000 });
    await page.clock.fastForward(91_000);
    await expect(alert(pair)).toContainText('WEBCONTAINER_START_TIMEOUT');
    await expect(pair.root.getByRole('button', { name: 'Reload the page' })).toBeVisible();
  });

  test('can be cancelled while it waits, and begun again', async ({ page, context }) => {
    await installDouble(context, 'silent');
    const pair = await open(page, context);
    await pair.button('Run').click();
    await expect(page.locator('iframe[src^="https://stackblitz.com/"]')).toHaveCount(1);
    await pair.button('Stop').click();
    await expect(pair.status).toContainText('recorded');
    await expect(page.locator('iframe[src^="https://stackblitz.com/"]')).toHaveCount(0);
    await installDouble(context);
    await pair.button('Run').click();
    expect(await pair.end(40_000)).toMatchObject({ code: 0 });
  });
});

test('an instance that no longer answers is told, and the text is kept', async ({
  page,
  context,
}) => {
  await installDouble(context);
  const pair = await open(page, context);
  await pair.write('console.log("waiting");\nsetInterval(() => {}, 1000);\n');
  await pair.button('Run').click();
  await expect.poll(() => pair.output(), { timeout: 30_000 }).toBe('waiting\n');
  await page.locator('iframe[src^="https://stackblitz.com/"]').evaluate((frame) => frame.remove());
  await expect(async () => {
    await page.clock.fastForward(31_000);
    await expect(alert(pair)).toContainText('WEBCONTAINER_LOST', { timeout: 1000 });
  }).toPass();
  await pair.root.getByRole('button', { name: 'Reload the page' }).click();
  await expect(pair.editor).toContainText('waiting');
});

test('a program that cannot be killed is told, with the way out', async ({ page, context }) => {
  await installDouble(context, 'no-kill');
  const pair = await open(page, context);
  await pair.write('console.log("spinning");\nfor (;;);\n');
  await pair.button('Run').click();
  await expect.poll(() => pair.output(), { timeout: 30_000 }).toBe('spinning\n');
  await pair.button('Stop').click();
  await expect(async () => {
    await page.clock.fastForward(6_000);
    await expect(alert(pair)).toContainText('cannot interrupt a busy loop', { timeout: 1000 });
  }).toPass();
});
