/**
 * The network is lost between the page and the press: what was to be loaded then does not come. The
 * page says so and what to do, and the same press works once the network is back.
 */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { PairPage } from './pair-page.ts';

const LOST = 'Check the connection and';
const pattern = '/patterns/threads/lock/';

/** Only what the browser itself says of a request that failed: the page must not fail over it. */
function forgetRequests(problems: string[]): void {
  const left = problems.filter((each) => !each.startsWith('console: Failed to load resource'));
  problems.splice(0, problems.length, ...left);
}

/** @returns how often what is lost was asked for */
async function lose(page: Page, files: string): Promise<{ times: number }> {
  const asked = { times: 0 };
  await page.route(files, (route) => {
    asked.times++;
    return route.abort('internetdisconnected');
  });
  return asked;
}

const notice = (page: Page) => page.locator('.notice');
const dialog = (page: Page) => page.getByRole('dialog');

interface Loss {
  files: string;
  prepare?: (pair: PairPage) => Promise<void>;
  press: (pair: PairPage) => Promise<void>;
  works: (pair: PairPage) => Promise<void>;
}

const editor = (pair: PairPage) => pair.write('const n: number = "a";\n');

const typeCheck: Omit<Loss, 'files'> = {
  prepare: editor,
  press: (pair) => pair.button('Check types').click(),
  works: (pair) => expect(pair.root.getByText('1 type error')).toBeVisible({ timeout: 60_000 }),
};

const losses: Readonly<Record<string, Loss>> = {
  'the controls of a pair': {
    files: '**/_astro/pair-controls.*',
    press: (pair) => pair.button('Share').click(),
    works: (pair) => expect(pair.button('Share')).toHaveText('Copied'),
  },
  'the editor': {
    files: '**/_astro/editor.*',
    press: (pair) => pair.button('Edit').click(),
    works: (pair) => expect(pair.editor).toBeFocused(),
  },
  'the view of what changed': {
    files: '**/_astro/editor-changes.*',
    prepare: editor,
    press: (pair) => pair.button('What changed').click(),
    works: (pair) => expect(pair.root.locator('.cm-deletedChunk').first()).toBeAttached(),
  },
  'the page of the type checker': { files: '**/_astro/editor-types.*', ...typeCheck },
  'the worker of the type checker': { files: '**/_astro/types-worker*', ...typeCheck },
  'the types of Node': { files: '**/types.json', ...typeCheck },
  'the choice of the engine': {
    files: '**/_astro/engine-dialog.*',
    press: (pair) => pair.button('Engine').click(),
    works: ({ page }) => expect(dialog(page)).toBeVisible(),
  },
  'the export': {
    files: '**/_astro/export-dialog.*',
    press: (pair) => pair.button('Export').click(),
    works: ({ page }) => expect(dialog(page)).toBeVisible(),
  },
  'the playing of a recording': {
    files: '**/_astro/playback.*',
    press: (pair) => pair.button('Play').click(),
    works: ({ root }) => expect(root.locator('[data-announce]')).toContainText('The recording'),
  },
};

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

for (const [what, { files, prepare, press, works }] of Object.entries(losses)) {
  test(`${what} does not come: the page says so, and the next press tries again`, async ({
    page,
    problems,
  }) => {
    test.setTimeout(120_000);
    await page.goto(pattern);
    const pair = new PairPage(page);
    await prepare?.(pair);
    const asked = await lose(page, files);
    await press(pair);
    await expect(notice(page)).toContainText(LOST);
    expect(asked.times).toBeGreaterThan(0);
    await page.unrouteAll();
    await press(pair);
    await works(pair);
    await expect(notice(page)).toBeHidden();
    forgetRequests(problems);
  });
}

const parts = ['terminal.*', 'select.*', 'embedded-engine.*', 'kernel-worker.*', 'thread-worker.*'];
for (const part of parts) {
  test(`Run without ${part} says that nothing started, and Try again starts it`, async ({
    page,
    problems,
  }) => {
    await page.goto(pattern);
    const pair = new PairPage(page);
    await lose(page, `**/_astro/${part}`);
    await pair.button('Run').click();
    await expect(pair.status).toHaveText('The program did not start.');
    await expect(pair.root.getByRole('alert')).toContainText(/could not be loaded/);
    await expect(pair.root.getByRole('alert')).not.toContainText('dynamically imported');
    await page.unrouteAll();
    await pair.button('Try again').click();
    expect(await pair.end()).toMatchObject({ code: 0 });
    await expect(pair.root.getByRole('alert')).toBeHidden();
    forgetRequests(problems);
  });
}

test('what a program needs of Node and does not come ends it with the reason, and Run tries again', async ({
  page,
  problems,
}) => {
  await page.goto(pattern);
  const pair = new PairPage(page);
  await pair.write("import { readdirSync } from 'node:fs';\nconsole.log(readdirSync('.'));\n");
  await lose(page, '**/_astro/{compiler,library,inspect,extras}.*');
  await pair.button('Run').click();
  expect(await pair.end()).toMatchObject({ code: 1 });
  expect(await pair.output()).toContain('could not be loaded');
  await page.unrouteAll();
  await pair.button('Run').click();
  await expect.poll(() => pair.output()).toBe("[ 'main.ts' ]\n");
  forgetRequests(problems);
});

for (const lost of ['**/_astro/search-box.*', '**/search.json']) {
  test(`the search says that ${lost} could not be loaded, and searches when it is opened again`, async ({
    page,
    problems,
  }) => {
    await page.goto(pattern);
    await lose(page, lost);
    await page.keyboard.press('/');
    await expect(dialog(page)).toBeVisible();
    const field = page.getByRole('searchbox');
    const said = async () => {
      const invalid = await field.evaluate((each: HTMLInputElement) => each.validationMessage);
      return `${invalid} ${await dialog(page).innerText()}`;
    };
    await expect.poll(said).toContain('The search could not be loaded');
    await page.unrouteAll();
    await page.keyboard.press('Escape');
    if (await dialog(page).isVisible()) await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.keyboard.type('barrier');
    await expect(
      dialog(page)
        .getByRole('link', { name: /Barrier/ })
        .first(),
    ).toBeVisible();
    expect(await said()).not.toContain('could not be loaded');
    forgetRequests(problems);
  });
}

for (const path of [pattern, '/guide/gil/']) {
  test(`? on ${path} says that the list of keys could not be loaded, and shows it when it is pressed again`, async ({
    page,
    problems,
  }) => {
    await page.goto(path);
    await lose(page, '**/_astro/keyboard-help.*');
    await page.keyboard.press('?');
    await expect(notice(page)).toContainText(LOST);
    await expect(notice(page)).toHaveCSS('position', 'fixed');
    await page.unrouteAll();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    await expect(notice(page)).toBeHidden();
    forgetRequests(problems);
  });
}

test('a playground whose code does not come says so', async ({ page, problems }) => {
  await lose(page, '**/_astro/define-playground.*');
  await page.goto('/playground/');
  await expect(notice(page)).toContainText('reload the page');
  await page.unrouteAll();
  await page.reload();
  await expect(notice(page)).toBeHidden();
  await expect(page.getByRole('button', { name: 'Run the program' })).toBeEnabled();
  forgetRequests(problems);
});

test('a file of the playground whose editor does not come can be reached by keyboard', async ({
  page,
  problems,
}) => {
  await lose(page, '**/_astro/editor.*');
  await page.goto('/playground/');
  await expect(notice(page)).toContainText(LOST);
  const text = page.locator('.playground-file > pre').first();
  await expect(text).toHaveAttribute('tabindex', '0');
  await expect(text).toHaveAccessibleName('main.ts');
  forgetRequests(problems);
});

test('a starter of the playground that does not come is asked for again by Run', async ({
  page,
  problems,
}) => {
  await lose(page, '**/playground/*.json');
  await page.goto('/playground/');
  await expect(notice(page)).toContainText(LOST);
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Run the program' }).click();
  await expect(page.locator('[data-status]')).toContainText('with code 0', { timeout: 30_000 });
  await expect(notice(page)).toBeHidden();
  forgetRequests(problems);
});
