import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BrowserMissing } from './browser.ts';
import { openBrowser, openIfAvailable } from './open.ts';

test('a browser that cannot be had is said, by its name, and is not a failure', async (context) => {
  const before = process.env.FIREFOX;
  process.env.FIREFOX = '/no/such/firefox';
  context.after(() => {
    process.env.FIREFOX = before ?? '';
  });
  const log = context.mock.method(console, 'log', () => undefined);
  await assert.rejects(openBrowser('firefox'), BrowserMissing);
  assert.equal(await openIfAvailable('firefox'), undefined);
  assert.match(String(log.mock.calls[0]?.arguments[0]), /^Skipping firefox: \/no\/such\/firefox/);
});
