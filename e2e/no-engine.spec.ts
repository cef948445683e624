/** Browsers that lack something: the page says what, plainly, and still teaches. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { root } from '../src/tools/run.ts';
import { expect, test } from './fixtures.ts';
import { PairPage } from './pair-page.ts';

const address = '/patterns/threads/lock/';
const recorded = readFileSync(join(root, 'content', address, 'main.ts.out'), 'utf8').trim();

test.describe.configure({ mode: 'parallel' });

/** Both programs, their outputs and the contract are there, and nothing that cannot work is offered. */
async function stillTeaches(page: Page): Promise<void> {
  const pair = page.locator('interleave-pair').first();
  await expect(pair.getByRole('group', { name: 'main.py, Python' })).toBeVisible();
  await expect(pair.getByRole('group', { name: 'main.ts, TypeScript' })).toBeVisible();
  await expect(pair.locator('[data-recorded]')).toHaveText(recorded);
  await expect(pair.locator('.pair-contract')).toBeVisible();
  await expect(pair.getByRole('button', { name: /^(Run|Stop|Edit|Reset) main/ })).toHaveCount(0);
}

const lacking: Record<string, { take: () => void; says: string }> = {
  'shared memory': {
    take: () => Reflect.deleteProperty(globalThis, 'SharedArrayBuffer'),
    says: 'This browser has no SharedArrayBuffer',
  },
  workers: {
    take: () => Reflect.deleteProperty(globalThis, 'Worker'),
    says: 'This browser has no web workers',
  },
  'the language of today': {
    take: () => Reflect.deleteProperty(Promise, 'withResolvers'),
    says: 'This browser is too old',
  },
};

for (const [what, { take, says }] of Object.entries(lacking)) {
  test(`without ${what} the page says so and shows the recording`, async ({ page }) => {
    await page.addInitScript(take);
    await page.goto(address);
    await expect(page.locator('interleave-pair').first()).toContainText(says);
    await stillTeaches(page);
  });
}

test('where workers are blocked, Run says that the engine did not start, and why', async ({
  page,
  problems,
}) => {
  // By the frame's own policy: what Playwright adds to a frame may come after its script has begun.
  await page.addInitScript(() => {
    const { prototype } = HTMLIFrameElement;
    const native = Object.getOwnPropertyDescriptor(prototype, 'srcdoc');
    Object.defineProperty(prototype, 'srcdoc', {
      set(this: HTMLIFrameElement, html: string) {
        native?.set?.call(this, html.replace('worker-src blob: data:', "worker-src 'none'"));
      },
    });
  });
  await page.goto(address);
  const pair = new PairPage(page);
  await pair.button('Run main.ts').click();
  const alert = pair.root.getByRole('alert').first();
  await expect(alert).toContainText('did not start');
  await expect(alert).toContainText('the kernel worker did not start');
  await expect(pair.button('Run main.ts')).toBeEnabled();
  const others = problems.splice(0).filter((problem) => !problem.includes('Creating a worker'));
  expect(others).toEqual([]);
});

test('in a private window, without storage or service worker, programs run and edits last as long as the page', async ({
  page,
}) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(globalThis, name, {
        get() {
          throw new DOMException('Storage is blocked.', 'SecurityError');
        },
      });
    }
    Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined });
  });
  await page.goto(address);
  const pair = new PairPage(page);
  await pair.write("console.log('mine');\n");
  await pair.button('Run main.ts').click();
  expect((await pair.end()).code).toBe(0);
  expect(await pair.output()).toContain('mine');
  await page.getByRole('button', { name: /^Switch to/ }).click();
  await page.goto('/offline/');
  await expect(page.locator('[data-state]')).toContainText('Nothing can be kept here');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says so once for each terminal and shows the recording', async ({ page }) => {
    await page.goto(address);
    await expect(page.getByText('Running it needs JavaScript.').first()).toBeVisible();
    await stillTeaches(page);
  });

  test('the offline page says that it needs it', async ({ page }) => {
    await page.goto('/offline/');
    await expect(page.getByText('This needs JavaScript')).toBeVisible();
  });
});
