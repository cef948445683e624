/** Reading, running, stopping, editing and copying a pair, as a reader does it. */
import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures.ts';
import { PairPage } from './pair-page.ts';

const address = '/patterns/threads/lock/';
const folder = 'content/patterns/threads/lock';
const read = (name: string) => readFileSync(`${folder}/${name}`, 'utf8');

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a pair shows both sources, both recorded outputs and the contract', async ({ page }) => {
    await page.goto(address);
    const pair = page.locator('interleave-pair').first();
    for (const name of ['main.py', 'main.ts']) {
      const source = pair.locator(`[data-source="${name}"] pre`);
      expect(await source.evaluate((pre) => pre.textContent)).toBe(read(name));
    }
    await expect(pair.getByText(/^CPython 3\.\d+\.\d+, recorded /)).toBeVisible();
    await expect(pair.getByText(/^Node 24\.\d+\.\d+, recorded /)).toBeVisible();
    const outputs = pair.locator('.pair-recorded');
    expect(await outputs.allTextContents()).toEqual([read('main.py.out'), read('main.ts.out')]);
    await expect(pair.getByText('same lines, same order')).toBeVisible();
    await expect(pair.getByRole('button')).toHaveCount(0);
  });
});

test('before Run and Edit a page carries no engine, no terminal and no editor', async ({
  page,
}) => {
  const parts = { engine: 'allow-scripts', terminal: 'xterm-screen', editor: 'cm-content' };
  const loaded = new Set<string>();
  page.on('response', async (response) => {
    if (!response.url().endsWith('.js')) return;
    // The last ones may come when the test is over and the page is gone.
    const text = await response.text().catch(() => '');
    for (const [part, mark] of Object.entries(parts)) if (text.includes(mark)) loaded.add(part);
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  expect([...loaded]).toEqual([]);

  const pair = new PairPage(page);
  await pair.button('Run').click();
  await pair.end();
  await pair.button('Edit').click();
  await expect(pair.editor).toBeVisible();
  expect([...loaded].sort()).toEqual(['editor', 'engine', 'terminal']);
});

test('Run shows the output, the exit code and the time, and keeps the focus', async ({ page }) => {
  await page.goto(address);
  const pair = new PairPage(page);
  await expect(pair.button('Stop')).toBeDisabled();
  await pair.button('Run').click();
  const { code, seconds } = await pair.end();
  expect(code).toBe(0);
  expect(seconds).toBeGreaterThan(0);
  expect(await pair.output()).toBe(read('main.ts.out'));
  await expect(pair.button('Run')).toBeFocused();
  await expect(pair.button('Stop')).toBeDisabled();
});

test('a double press of Run is one run, and nothing fails unseen', async ({ page }) => {
  await page.goto(address);
  const pair = new PairPage(page);
  await pair.button('Run').dblclick();
  expect(await pair.end()).toMatchObject({ code: 0 });
  expect(await pair.output()).toBe(read('main.ts.out'));
});

test('a second Run begins with an empty terminal', async ({ page }) => {
  await page.goto(address);
  const pair = new PairPage(page);
  for (let run = 0; run < 2; run++) {
    // Watched in the page: seen from here, a quick run may be over before it has begun.
    const began = pair.root.evaluate(
      (root) =>
        new Promise<void>((resolve) => {
          const observer = new MutationObserver(() => {
            if (root.getAttribute('data-state') === 'running') resolve();
          });
          observer.observe(root, { attributeFilter: ['data-state'] });
        }),
    );
    await pair.button('Run').click();
    await began;
    await pair.end();
    expect(await pair.output()).toBe(read('main.ts.out'));
  }
});

for (const width of [360, 768, 1280, 1600]) {
  test(`nothing moves when the terminal and the editor open at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(address, { waitUntil: 'networkidle' });
    const boxes = () =>
      page
        .locator('interleave-pair')
        .first()
        .evaluate((root) =>
          [root, ...root.querySelectorAll('.pair-head, .pair-code, .pair-place')].map((element) => {
            const { x, y, width, height } = element.getBoundingClientRect();
            return [x + scrollX, y + scrollY, width, height].map(Math.round).join(' ');
          }),
        );
    const before = await boxes();
    const pair = new PairPage(page);
    await pair.button('Run').click();
    await pair.end();
    expect(await boxes()).toEqual(before);
    await pair.button('Edit').click();
    await expect(pair.editor).toBeVisible();
    expect(await boxes()).toEqual(before);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
}

for (const width of [1280, 1366, 1600]) {
  test(`two columns show 72 columns of code whole at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(address);
    const sides = await page
      .locator('.pair-side')
      .evaluateAll((elements) =>
        elements.slice(0, 2).map((element) => element.getBoundingClientRect().top),
      );
    expect(sides[0]).toBe(sides[1]);
    const hidden = await page.locator('.pair-code pre').evaluateAll((elements) =>
      elements.map((element) => {
        const code = element.firstElementChild;
        if (code !== null) code.textContent = 'x'.repeat(72);
        return element.scrollWidth - element.clientWidth;
      }),
    );
    expect(Math.max(...hidden)).toBeLessThanOrEqual(0);
  });
}

test('what happened to the program is legible in the head of its file on a phone', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(address);
  const pair = new PairPage(page);
  const head = pair.root.locator('[data-source="main.ts"] .pair-head');
  const height = async () => (await head.boundingBox())?.height;
  const before = await height();
  await pair.button('Try').first().click();
  const mark = head.locator('[data-edited]');
  await expect(mark).toHaveText('experiment');
  expect(await mark.evaluate((each) => each.scrollWidth - each.clientWidth)).toBeLessThanOrEqual(0);
  expect(await height()).toBe(before);
});

test('Stop ends an endless loop within half a second, and the page goes on', async ({ page }) => {
  await page.goto(address);
  const pair = new PairPage(page);
  await pair.write('console.log("spinning");\nfor (;;);\n');
  await pair.button('Run').click();
  await expect.poll(() => pair.output()).toBe('spinning\n');
  await expect(pair.status).toHaveText('Running…');
  const stop = pair.button('Stop');
  await stop.focus();
  const timeToStop = await pair.watchStop();
  await stop.press('Enter');
  expect(await pair.end()).toMatchObject({ code: 137 });
  expect(await timeToStop()).toBeLessThan(500);
  await expect(pair.status).toHaveText(/^Stopped/);
  await expect(pair.button('Run')).toBeFocused();
});

test('Ctrl-C in the terminal interrupts the program, and Tab leaves it', async ({ page }) => {
  await page.goto(address);
  const pair = new PairPage(page);
  await pair.write('console.log("waiting");\nsetInterval(() => {}, 1000);\n');
  await pair.button('Run').click();
  await expect.poll(() => pair.output()).toBe('waiting\n');
  await pair.terminal.focus();
  await page.keyboard.press('Control+c');
  expect(await pair.end()).toMatchObject({ code: 130 });
  await page.keyboard.press('Tab');
  await expect(pair.terminal).not.toBeFocused();
});

test('an edit is run, survives a reload, and Reset takes it back', async ({ page }) => {
  await page.goto(address);
  const pair = new PairPage(page);
  await pair.write('const said: string = "edited";\nconsole.log(said);\n');
  await expect(pair.root.getByText('edited', { exact: true })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Enter');
  expect(await pair.end()).toMatchObject({ code: 0 });
  expect(await pair.output()).toBe('edited\n');

  await page.reload();
  await expect(pair.editor).toContainText('const said: string');
  await pair.button('Reset').click();
  await expect(pair.editor).toContainText("import { once } from 'node:events';");
  expect(await pair.output()).toBe(read('main.ts.out'));
  await expect(pair.button('Reset')).toBeDisabled();
  await page.reload({ waitUntil: 'networkidle' });
  await expect(pair.editor).toHaveCount(0);
});

test('an edit of an older version of the sample says so', async ({ page }) => {
  await page.addInitScript(() => {
    const edit = { original: 'older', files: { 'main.ts': 'console.log(1);\n' } };
    localStorage.setItem('interleave:edit:threads/lock/main', JSON.stringify(edit));
  });
  await page.goto(address);
  const pair = new PairPage(page);
  await expect(pair.editor).toHaveText('console.log(1);');
  await expect(pair.root.getByText('edit of an older version')).toBeVisible();
});

test('Escape, then Tab, leaves the editor', async ({ page }) => {
  await page.goto(address);
  const pair = new PairPage(page);
  await pair.button('Edit').click();
  await expect(pair.editor).toBeFocused();
  await expect(pair.editor).toHaveAccessibleDescription('Escape, then Tab, leaves the editor');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(pair.editor).not.toBeFocused();
});

test('a syntax error is shown with exit code 1, and the edit is kept', async ({ page }) => {
  await page.goto(address);
  const pair = new PairPage(page);
  await pair.write('const = 1;\n');
  await pair.button('Run').click();
  expect(await pair.end()).toMatchObject({ code: 1 });
  expect(await pair.output()).toContain('SyntaxError');
  await expect(pair.editor).toContainText('const = 1;');
});

test('an error shows from its first line on, and the place does not grow without end', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(address);
  const pair = new PairPage(page);
  const place = pair.root.locator('[data-place]').first();
  await pair.write("function deep(): never {\n  throw new Error('too deep');\n}\ndeep();\n");
  await pair.button('Run').click();
  expect(await pair.end()).toMatchObject({ code: 1 });
  const rows = pair.root.locator('.xterm-rows');
  await expect(rows).toContainText('main.ts:2');
  await expect(rows).toContainText('Node.js v');
  await pair.write('for (let line = 0; line < 300; line++) console.log(line);\n');
  await pair.button('Run').click();
  expect(await pair.end()).toMatchObject({ code: 0 });
  await expect(rows).toContainText('299');
  await expect.poll(async () => (await place.boundingBox())?.height ?? 0).toBeGreaterThan(300);
  expect((await place.boundingBox())?.height ?? 0).toBeLessThan(500);
});

test('Copy gives the sources and the output', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(address);
  const pair = new PairPage(page);
  const copied = { 'Copy main.py': 'main.py', 'Copy main.ts': 'main.ts' };
  for (const [button, file] of Object.entries(copied)) {
    await pair.button(button).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(read(file));
  }
  await pair.button('Copy output of').click();
  await expect(pair.button('Copy output of')).toHaveText('Copied');
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe(read('main.ts.out'));
});

test('a program that cannot be loaded says so, and Run tries again', async ({ page, problems }) => {
  await page.goto(address);
  const pair = new PairPage(page);
  await page.route('**/program.json', (route) => route.fulfill({ status: 503, body: '' }));
  await pair.button('Run').click();
  await expect(pair.root.getByRole('alert')).toContainText('the server answered 503');
  problems.length = 0;
  await page.unroute('**/program.json');
  await pair.button('Run').click();
  expect(await pair.end()).toMatchObject({ code: 0 });
  await expect(pair.root.getByRole('alert')).toBeHidden();
});

test('without isolation the page says what is missing and shows the recording', async ({
  page,
  plainUrl,
}) => {
  await page.goto(new URL(address, plainUrl).href);
  const pair = page.locator('interleave-pair').first();
  await expect(pair.getByText('Programs cannot run here.')).toContainText(
    'Cross-Origin-Embedder-Policy: require-corp',
  );
  await expect(pair.getByRole('button', { name: /^(Run|Stop|Edit|Reset)/ })).toHaveCount(0);
  await expect(pair.locator('[data-recorded]')).toHaveText(read('main.ts.out').trim());
});

test("the queue's mistake, as given, is marked, counted, run and stopped", async ({ page }) => {
  await page.goto('/patterns/processes/queue/');
  const pair = new PairPage(page, 'given.ts');
  await expect(pair.root.getByText('As given: faulty.')).toBeVisible();
  const outcomes = (await pair.root.locator('.pair-outcome').allInnerTexts()).join('\n');
  expect(outcomes).toMatch(/\d+ of \d+ runs: It had not ended after \d+ s and was stopped\./);
  await pair.button('Run').click();
  await expect.poll(() => pair.output()).toBe('Main process received: 10\n');
  await pair.button('Stop').click();
  expect(await pair.end()).toMatchObject({ code: 137 });
});
