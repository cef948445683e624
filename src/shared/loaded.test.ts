import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loaded } from './loaded.ts';

test('loaded() answers what came', async () => {
  assert.equal(await loaded(Promise.resolve(3)), 3);
});

test('loaded() says what to do instead of what the browser says, and keeps that as the cause', async () => {
  const cause = new TypeError('Failed to fetch dynamically imported module: /x.js');
  await assert.rejects(loaded(Promise.reject(cause)), {
    message: /^A part of this page could not be loaded\. Check the connection and try again/,
    cause,
  });
});
