/** Taking a program elsewhere: an archive that runs, and the form to stackblitz.com. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { SERVICE } from './double/install.ts';
import { expect, test } from './fixtures.ts';

/** Downloads, unpacks with a foreign tool, and runs what a reader would run. */
async function download(page: Page, root: Locator, folder: string) {
  await root.getByRole('button', { name: /^Export/ }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: 'Download' }).click();
  const archive = await downloading;
  const path = test.info().outputPath('archive.zip');
  await archive.saveAs(path);
  const place = test.info().outputPath('unpacked');
  const unpacked = spawnSync('python3', ['-m', 'zipfile', '-e', path, place], { encoding: 'utf8' });
  expect(unpacked.stderr).toBe('');
  const env = { ...process.env, FORCE_COLOR: undefined };
  const cwd = `${place}/${folder}`;
  const ran = spawnSync('npm', ['start', '--silent'], { cwd, env, encoding: 'utf8' });
  return { name: archive.suggestedFilename(), cwd, ...ran };
}

test('the archive of a pair runs with npm start on Node', async ({ page }) => {
  await page.goto('/patterns/threads/lock/');
  const pair = page.locator('interleave-pair').first();
  const ran = await download(page, pair, 'protect-shared-state-with-a-lock');
  expect(ran.name).toBe('protect-shared-state-with-a-lock.zip');
  expect(ran.stdout).toBe(readFileSync('content/patterns/threads/lock/main.ts.out', 'utf8'));
  expect([ran.status, ran.stderr]).toEqual([0, '']);
  expect(readFileSync(`${ran.cwd}/README.md`, 'utf8')).toContain('npm start');
  expect(readFileSync(`${ran.cwd}/main.ts`, 'utf8')).toBe(
    readFileSync('content/patterns/threads/lock/main.ts', 'utf8'),
  );
});

test('the archive of the playground keeps its package.json and runs too', async ({ page }) => {
  await page.goto('/playground/');
  const playground = page.locator('interleave-playground');
  await page.getByLabel('Begin with').selectOption('CommonJS and package.json');
  await expect(playground.getByRole('textbox', { name: 'Edit main.js' })).toBeVisible();
  const ran = await download(page, playground, 'playground');
  expect(ran.stdout).toBe('summary.js: 4 stops, 15 km\nlongest leg: 7 km\n');
  expect(ran.status).toBe(0);
});

test.describe('to stackblitz.com', () => {
  test.use({ hosts: ['https://stackblitz.com'] });

  test('the files go in a form, and only after the reader has been told', async ({
    page,
    context,
  }) => {
    const sent: URLSearchParams[] = [];
    await context.route(SERVICE, async (route) => {
      sent.push(new URLSearchParams(route.request().postData() ?? ''));
      await route.fulfill({ contentType: 'text/html', body: 'received' });
    });
    await page.goto('/patterns/threads/lock/');
    await page.getByRole('button', { name: 'Export main.ts' }).click();
    const dialog = page.getByRole('dialog', { name: 'Take the program with you' });
    await expect(dialog).toContainText('sends the files to stackblitz.com');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(sent).toEqual([]);
    await page.getByRole('button', { name: 'Export main.ts' }).click();
    const opened = context.waitForEvent('page');
    await dialog.getByRole('button', { name: 'Open in StackBlitz' }).click();
    const tab = await opened;
    await expect(tab.getByText('received')).toBeVisible();
    expect(tab.url()).toBe('https://stackblitz.com/run');
    const form = sent[0];
    expect(form?.get('project[template]')).toBe('node');
    expect(form?.get('project[files][main.ts]')?.replaceAll('\r\n', '\n')).toBe(
      readFileSync('content/patterns/threads/lock/main.ts', 'utf8'),
    );
    expect(JSON.parse(form?.get('project[files][package.json]') ?? '').scripts.start).toContain(
      'main.ts',
    );
  });
});
