/** The site without a network, on hosts without headers, and while it is renewed. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { writeOffline } from '../src/tools/offline-site.ts';
import { root } from '../src/tools/run.ts';
import { expect, test as plain } from './fixtures.ts';
import { copySite, HostDouble } from './host-double.ts';
import { PairPage } from './pair-page.ts';

const dist = join(root, 'dist');
const lock = 'patterns/threads/lock/';

const test = plain.extend<{ host: HostDouble; sendsHeaders: boolean }>({
  sendsHeaders: [true, { option: true }],
  host: async ({ sendsHeaders }, use) => {
    await using host = await HostDouble.open(dist, sendsHeaders);
    await use(host);
  },
  hosts: async ({ host }, use) => {
    await use([host.url]);
  },
});

test.use({ serviceWorkers: 'allow' });

/** Errors that the browser reports because there is no network are what these tests are about. */
const withoutNetwork = /ERR_CONNECTION_REFUSED|ERR_FAILED|status of 503|Failed to fetch/;
test.afterEach(({ problems }) => {
  const other = problems.splice(0).filter((problem) => !withoutNetwork.test(problem));
  expect(other).toEqual([]);
});

/** Waits until the worker has everything that belongs to `path`. */
async function untilKept(page: Page, path: string): Promise<void> {
  await until(
    page,
    async (wanted) => {
      const kept = new Set<string>();
      for (const name of await caches.keys()) {
        for (const { url } of await (await caches.open(name)).keys())
          kept.add(new URL(url).pathname);
      }
      const manifest = [...kept].find((url) => /^\/offline\/\w+\.json$/.test(url));
      if (manifest === undefined) return false;
      const { core, files } = await (await fetch(manifest)).json();
      return [wanted, ...core, ...(files[wanted]?.needs ?? [])].every((each) =>
        kept.has(`/${each}`),
      );
    },
    path,
  );
}

/** Playwright's `waitForFunction` takes the promise of such a condition for its answer. */
async function until(
  page: Page,
  condition: (argument: string) => Promise<boolean>,
  argument = '',
): Promise<void> {
  await expect(async () => expect(await page.evaluate(condition, argument)).toBe(true)).toPass();
}

/** Counts in the page: what is reloaded at once may never have been loaded for an observer. */
function countLoads(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    if (self !== top || origin === 'null') return;
    sessionStorage.setItem('loads', String(Number(sessionStorage.getItem('loads')) + 1));
  });
}

function loads(page: Page): Promise<number> {
  return page.evaluate(() => Number(sessionStorage.getItem('loads')));
}

async function runLock(page: Page): Promise<void> {
  const pair = new PairPage(page);
  await pair.button('Run main.ts').click();
  expect((await pair.end()).code).toBe(0);
}

test('a page that was visited is read and its programs run when the host is gone', async ({
  page,
  host,
}) => {
  await page.goto(`${host.url}${lock}`);
  await untilKept(page, lock);
  await host.stop();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await runLock(page);
  const pair = new PairPage(page);
  await pair.write(
    "import { inspect } from 'node:util';\nconsole.log(inspect({ edited: true }));\n",
  );
  await pair.button('Run main.ts').click();
  expect((await pair.end()).code).toBe(0);
  await page.goto(`${host.url}guide/gil/`);
  await expect(page.getByRole('heading', { name: 'This page is not kept' })).toBeVisible();
});

test('the whole site is kept on request, searched without the host, and removed again', async ({
  page,
  host,
}) => {
  await page.goto(`${host.url}offline/`);
  const state = page.locator('[data-state]');
  await expect(state).toHaveText(/MB in all, of which/);
  await page.getByRole('button', { name: 'Keep the whole site' }).click();
  await expect(state).toHaveText(/All of it is kept/, { timeout: 30_000 });
  await host.stop();
  await page.goto(`${host.url}guide/gil/`);
  await page.keyboard.press('/');
  await page.keyboard.type('lock');
  const found = page.getByRole('dialog').locator('.results a').first();
  await expect(found).toBeVisible();
  await found.click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto(`${host.url}${lock}`);
  await runLock(page);
  await page.goto(`${host.url}offline/`);
  await page.getByRole('button', { name: 'Remove it again' }).click();
  await expect(page.getByRole('button', { name: 'Keep the whole site' })).toBeVisible();
  await page.goto(`${host.url}guide/gil/`);
  await expect(page.getByRole('heading', { name: 'This page is not kept' })).toBeVisible();
});

test('keeping the whole site can be cancelled, and what came before stays', async ({
  page,
  host,
}) => {
  await page.goto(`${host.url}offline/`);
  const state = page.locator('[data-state]');
  await expect(state).toHaveText(/MB in all, of which/);
  await untilKept(page, 'offline/');
  const release = host.hold();
  await page.getByRole('button', { name: 'Keep the whole site' }).click();
  await expect(page.getByRole('progressbar', { name: 'Kept of the whole site' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  release();
  await expect(page.getByRole('button', { name: 'Keep the whole site' })).toBeFocused();
  await expect(state).toHaveText(/MB in all, of which/);
});

test('errors, redirects and other people’s pages are never kept', async ({
  page,
  host,
  problems,
}) => {
  host.faults.set('/guide/gil/', { status: 200, body: '<h1>Log in to the WLAN</h1>' });
  host.faults.set('/guide/locks/', { status: 404, body: '<h1>Gone</h1>' });
  host.faults.set('/guide/threading/', { status: 302, body: '', location: '/guide/' });
  await page.goto(`${host.url}${lock}`);
  await untilKept(page, lock);
  const wrong = ['guide/gil/', 'guide/locks/', 'guide/threading/'];
  for (const path of wrong) await page.goto(`${host.url}${path}`);
  const answers = await page.evaluate(async (paths) => {
    const worker = (await navigator.serviceWorker.ready).active;
    return Promise.all(
      paths.map((path) => {
        const { port1, port2 } = new MessageChannel();
        worker?.postMessage({ type: 'save', paths: [path] }, [port2]);
        return new Promise<{ type: string }>((resolve) => {
          port1.onmessage = ({ data }) => resolve(data);
        });
      }),
    );
  }, wrong);
  expect(answers.map(({ type }) => type)).toEqual(['failed', 'failed', 'failed']);
  problems.splice(0); // The browser reports the 404.
  await host.stop();
  for (const path of wrong) {
    await page.goto(`${host.url}${path}`);
    await expect(page.getByRole('heading', { name: 'This page is not kept' })).toBeVisible();
  }
  expect(
    await page.evaluate(async () => {
      const types = new Set<string>();
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys())
          types.add((await cache.match(request))?.type ?? '');
      }
      return [...types];
    }),
  ).not.toContain('opaque');
});

test('a new version leaves an open page its files, and takes over when the page is gone', async ({
  page,
  host,
  context,
}) => {
  await using next = await copySite(dist);
  const file = join(next.folder, lock, 'index.html');
  await writeFile(
    file,
    (await readFile(file, 'utf8')).replace('<h1', '<p id="renewed">Renewed</p><h1'),
  );
  const assets = join(next.folder, '_astro');
  const [terminal = ''] = (await readdir(assets)).filter((name) => /^terminal\..*\.js$/.test(name));
  await rm(join(assets, terminal));
  await writeOffline(next.folder, '/', 'require-corp');

  await page.goto(`${host.url}${lock}`);
  await untilKept(page, lock);
  await page.reload();
  await host.deploy(next.folder);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
  });
  await until(page, async () => {
    const { waiting } = await navigator.serviceWorker.ready;
    return waiting !== null;
  });
  // Its part that is gone from the host is loaded only now.
  expect((await page.request.get(`${host.url}_astro/${terminal}`)).status()).toBe(404);
  await runLock(page);

  await page.close();
  const later = await context.newPage();
  await expect(async () => {
    await later.goto(`${host.url}${lock}`);
    expect(await later.evaluate(async () => (await caches.keys()).length)).toBe(1);
  }).toPass();
  await host.stop();
  await later.reload();
  await expect(later.getByText('Renewed')).toBeVisible();
});

test('a page that the host isolates is not reloaded', async ({ page, host }) => {
  await countLoads(page);
  await page.goto(`${host.url}${lock}`);
  await untilKept(page, lock);
  expect(await loads(page)).toBe(1);
});

test.describe('on a host without headers', () => {
  test.use({ sendsHeaders: false });

  test('the page is isolated after one reload, and programs run', async ({ page, host }) => {
    await countLoads(page);
    await page.goto(`${host.url}${lock}`);
    await page.waitForFunction(() => crossOriginIsolated);
    await runLock(page);
    await page.goto(`${host.url}guide/locks/`);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    expect(await loads(page)).toBe(3);
  });

  test('the search works, whose worker must be isolated too', async ({ page, host }) => {
    await page.goto(host.url);
    await page.waitForFunction(() => crossOriginIsolated);
    await page.keyboard.press('/');
    await page.keyboard.type('lock');
    await expect(page.getByRole('dialog').locator('.results a').first()).toBeVisible();
  });

  test('a page that stays unisolated is not reloaded again', async ({ page, host }) => {
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'crossOriginIsolated', { value: false });
    });
    await countLoads(page);
    await page.goto(`${host.url}${lock}`);
    await untilKept(page, lock);
    expect(await loads(page)).toBe(2);
    await expect(page.getByText('Programs cannot run here')).toBeVisible();
  });
});
