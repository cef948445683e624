/** Where nothing can run, the recording plays in its own time, and says that it is one. */
import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures.ts';

const pattern = 'asyncio/timeout';
const folder = `content/patterns/${pattern}`;
const output = readFileSync(`${folder}/main.ts.out`, 'utf8');
const { typescript } = JSON.parse(readFileSync(`${folder}/outputs.json`, 'utf8'));
const times: number[] = typescript.times;

test('the recording plays in the time that it took, and a second press ends it', async ({
  page,
  plainUrl,
}) => {
  await page.clock.install();
  await page.goto(new URL(`/patterns/${pattern}/`, plainUrl).href);
  const pair = page.locator('interleave-pair').first();
  const recorded = pair.locator('[data-recorded] samp');
  const press = (name: string) =>
    pair.getByRole('button', { name: `${name} output of main.ts` }).click();
  await expect(pair.getByText('Programs cannot run here.')).toBeVisible();
  await page.clock.pauseAt(Date.now() + 3_600_000);

  await press('Play');
  await expect(recorded).toHaveText('');
  await expect(pair.locator('[data-status]')).toHaveText(/^Playing the recording: Node/);
  const [first = 0] = times;
  const last = times.at(-1) ?? 0;
  expect(last).toBeGreaterThan(first);
  await page.clock.runFor(first + 1);
  const begun = await recorded.textContent();
  expect(begun).not.toBe('');
  expect(output.startsWith(begun ?? '')).toBe(true);
  expect(begun).not.toBe(output);
  await page.clock.runFor(last - first + 1);
  expect(await recorded.textContent()).toBe(output);
  await expect(pair.locator('[data-status]')).toHaveText(/^Node/);

  await press('Play');
  await expect(recorded).toHaveText('');
  await press('Stop');
  expect(await recorded.textContent()).toBe(output);
});

test('the Python recording plays beside a program that can run', async ({ page }) => {
  await page.goto(`/patterns/${pattern}/`);
  const pair = page.locator('interleave-pair').first();
  await expect(pair.getByRole('button', { name: 'Play output of main.ts' })).toHaveCount(0);
  await pair.getByRole('button', { name: 'Play Python output' }).click();
  await expect(pair.getByText(/^Playing the recording: CPython/)).toBeVisible();
  await expect(pair.getByText(/^Playing the recording/)).toHaveCount(0, { timeout: 30_000 });
  const text = await pair.locator('[data-recording] samp').textContent();
  expect(text).toBe(readFileSync(`${folder}/main.py.out`, 'utf8'));
});
