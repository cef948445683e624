/** The playground: files of the reader's own, written, kept and run. */
import { spawnSync } from 'node:child_process';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

declare const shifted: number;

const address = '/playground/';

class Playground {
  readonly page: Page;
  readonly root: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.locator('interleave-playground');
  }

  async open(): Promise<void> {
    await this.page.goto(address);
    await expect(this.editor()).toBeVisible();
  }

  /** The editor of the chosen file, or of the one that is named. */
  editor(name = ''): Locator {
    return this.root.getByRole('textbox', { name: `Edit ${name}` });
  }

  tab(name: string): Locator {
    return this.root.getByRole('tab', { name, exact: true });
  }

  button(name: string): Locator {
    return this.root.getByRole('button', { name, exact: true });
  }

  get status(): Locator {
    return this.root.locator('[data-status]');
  }

  get entry(): Locator {
    return this.root.getByLabel('Start', { exact: true });
  }

  output(): Promise<string> {
    return this.root.evaluate((element) =>
      'outputText' in element ? String(element.outputText) : '',
    );
  }

  async add(name: string): Promise<void> {
    await this.button('New file').click();
    await this.root.getByRole('textbox', { name: 'Name' }).fill(name);
    await this.page.keyboard.press('Enter');
  }

  async write(name: string, text: string): Promise<void> {
    await this.tab(name).click();
    await this.editor(name).focus();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.insertText(text);
  }

  async run(): Promise<void> {
    await this.button('Run the program').click();
  }

  async end(): Promise<number> {
    const ended = this.status.filter({ hasText: /with code/ });
    await ended.waitFor({ timeout: 30_000 });
    return Number(/with code (\d+)/.exec(await ended.innerText())?.[1]);
  }
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says what is needed, and offers no buttons that do nothing', async ({ page }) => {
    await page.goto(address);
    await expect(page.getByText('The playground needs JavaScript:')).toBeVisible();
    await expect(page.locator('interleave-playground')).toBeHidden();
  });
});

const starters = {
  threads: { title: 'Threads that share memory', entry: 'main.ts', input: '' },
  processes: { title: 'A child process', entry: 'main.ts', input: '' },
  commonjs: { title: 'CommonJS and package.json', entry: 'main.js', input: '' },
  async: { title: 'Async tasks, and a question', entry: 'main.ts', input: '2\n' },
};

for (const [id, { title, entry, input }] of Object.entries(starters)) {
  test(`the starter "${title}" prints in the page what it prints under Node`, async ({ page }) => {
    const env = { ...process.env, FORCE_COLOR: undefined };
    const options = { cwd: `content/playground/${id}`, input, env, encoding: 'utf8' } as const;
    const node = spawnSync(process.execPath, [entry], options);
    expect(node.status).toBe(0);
    const playground = new Playground(page);
    await playground.open();
    await page.getByLabel('Begin with').selectOption(title);
    await expect(playground.editor(entry)).toBeVisible();
    await playground.run();
    if (input !== '') {
      await expect.poll(() => playground.output()).toContain('How many at a time?');
      await playground.root.getByRole('textbox', { name: /^Terminal/ }).focus();
      await page.keyboard.type('2');
      await page.keyboard.press('Enter');
    }
    expect(await playground.end()).toBe(0);
    const output = await playground.output();
    for (const line of node.stdout.split('\n')) {
      expect(output).toContain(line.replace('How many at a time? ', ''));
    }
  });
}

test('Run that is pressed before the chosen starter has come waits for it', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  const held = Promise.withResolvers<void>();
  await page.route('**/playground/processes.json', async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.getByLabel('Begin with').selectOption(starters.processes.title);
  await playground.run();
  held.resolve();
  expect(await playground.end()).toBe(0);
  expect(await playground.output()).toContain('child says LOCK');
});

test('files are added, written, started and kept over a reload', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.add('lib/twice.cjs');
  await expect(playground.editor('lib/twice.cjs')).toBeFocused();
  await page.keyboard.insertText('exports.twice = (n) => 2 * n;\n');
  await playground.add('start.mts');
  await expect(playground.editor('start.mts')).toBeFocused();
  await page.keyboard.insertText(
    "import lib from './lib/twice.cjs';\nimport data from './data.json' with { type: 'json' };\nconsole.log(lib.twice(data.n as number));\n",
  );
  await playground.add('data.json');
  await expect(playground.editor('data.json')).toBeFocused();
  await page.keyboard.insertText('{ "n": 21 }');
  await playground.entry.selectOption('start.mts');
  expect(await playground.entry.locator('option').allInnerTexts()).not.toContain('data.json');
  await page.keyboard.press('ControlOrMeta+Enter');
  expect(await playground.end()).toBe(0);
  expect(await playground.output()).toBe('42\n');

  await page.reload();
  await expect(playground.entry).toHaveValue('start.mts');
  await expect(playground.tab('start.mts')).toHaveAttribute('aria-selected', 'true');
  await playground.tab('data.json').click();
  await expect(playground.editor('data.json')).toHaveText('{ "n": 21 }');
  await playground.run();
  expect(await playground.end()).toBe(0);
  expect(await playground.output()).toBe('42\n');
});

test('files that are changed in another tab are said to be, before they are replaced', async ({
  page,
  context,
}) => {
  const one = new Playground(page);
  const other = new Playground(await context.newPage());
  await one.open();
  await other.open();
  await other.write('main.ts', 'console.log("other");');
  await expect(one.root.locator('[data-announce]')).toBeVisible();
  await expect(one.root.locator('[data-announce]')).toContainText('changed in another tab');
  await one.page.reload();
  await expect(one.editor('main.ts')).toHaveText('console.log("other");');
  await expect(one.root.locator('[data-announce]')).not.toContainText('another tab');
});

test('a renamed and a deleted file are gone for the next run too', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.add('a.js');
  await playground.add('b.js');
  const list = "console.log(require('fs').readdirSync('.').join());\n";
  await playground.add('list.cjs');
  await expect(playground.editor('list.cjs')).toBeFocused();
  await page.keyboard.insertText(list);
  await playground.entry.selectOption('list.cjs');
  await playground.run();
  expect(await playground.end()).toBe(0);
  expect(await playground.output()).toBe('a.js,b.js,list.cjs,main.ts,part.ts,worker.ts\n');

  await playground.tab('a.js').click();
  await playground.button('Rename file').click();
  await playground.root.getByRole('textbox', { name: 'Name' }).fill('c.js');
  await page.keyboard.press('Enter');
  await expect(playground.editor('c.js')).toBeVisible();
  await playground.tab('b.js').click();
  await playground.button('Delete file').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(playground.tab('b.js')).toHaveCount(0);
  await playground.run();
  await expect.poll(() => playground.output()).toContain('c.js');
  expect(await playground.end()).toBe(0);
  expect(await playground.output()).toBe('c.js,list.cjs,main.ts,part.ts,worker.ts\n');
});

test('Reset asks, brings the starter back, and forgets what was kept', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await expect(playground.button('Reset')).toBeDisabled();
  await playground.write('main.ts', 'console.log("mine");\n');
  await expect(playground.root.getByText('edited', { exact: true })).toBeVisible();
  await playground.button('Reset').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(playground.editor('main.ts')).toHaveText('console.log("mine");');
  await playground.button('Reset').click();
  await dialog.getByRole('button', { name: 'Reset' }).click();
  await expect(playground.editor('main.ts')).toContainText("import { once } from 'node:events';");
  await expect(playground.button('Reset')).toBeDisabled();
  await page.reload();
  await expect(playground.editor('main.ts')).toContainText("import { once } from 'node:events';");
  await expect(playground.root.getByText('edited', { exact: true })).toHaveCount(0);
});

test('each starter keeps its own edit, and the chosen one comes back', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.write('main.ts', 'console.log("threads");\n');
  await page.getByLabel('Begin with').selectOption('One small file');
  await expect(playground.editor('main.ts')).toContainText('Hello');
  await page.reload();
  await expect(page.getByLabel('Begin with')).toHaveValue('blank');
  await expect(playground.editor('main.ts')).toContainText('Hello');
  await page.getByLabel('Begin with').selectOption('Threads that share memory');
  await expect(playground.editor('main.ts')).toHaveText('console.log("threads");');
});

test('a name that will not do is refused with the reason, and Escape changes nothing', async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.add('main.ts');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('alert')).toHaveText('There is a main.ts already.');
  await dialog.getByLabel('Name').fill('../up.ts');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('Use letters, digits');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(playground.root.getByRole('tab')).toHaveCount(3);
});

test('the tabs are walked with the arrow keys', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.tab('main.ts').focus();
  await page.keyboard.press('ArrowRight');
  await expect(playground.tab('part.ts')).toBeFocused();
  await expect(playground.editor('part.ts')).toBeVisible();
  await page.keyboard.press('End');
  await expect(playground.tab('worker.ts')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(playground.tab('main.ts')).toBeFocused();
  await expect(playground.root.getByRole('tabpanel')).toHaveAccessibleName('main.ts');
});

test('Ctrl-C interrupts, and Stop ends a loop that hears nothing', async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.write('main.ts', 'console.log("waiting");\nsetInterval(() => {}, 1000);\n');
  await playground.run();
  await expect.poll(() => playground.output()).toBe('waiting\n');
  await playground.root.getByRole('textbox', { name: /^Terminal/ }).focus();
  await page.keyboard.press('Control+c');
  expect(await playground.end()).toBe(130);
  await playground.write('main.ts', 'console.log("spinning");\nfor (;;);\n');
  await playground.run();
  await expect.poll(() => playground.output()).toBe('spinning\n');
  await playground.button('Stop the program').click();
  expect(await playground.end()).toBe(137);
});

for (const width of [360, 768, 1280, 1600]) {
  test(`nothing shifts while the editor and the terminal come at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.addInitScript(() => {
      Object.assign(globalThis, { shifted: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          if ('value' in entry)
            Object.assign(globalThis, { shifted: shifted + Number(entry.value) });
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const playground = new Playground(page);
    await playground.open();
    await playground.run();
    await playground.end();
    expect(await page.evaluate(() => shifted)).toBe(0);
  });
}
