import assert from 'node:assert/strict';
import { test } from 'node:test';
import { untilAborted } from './until-aborted.ts';

test('untilAborted() settles as the promise does', async () => {
  const { signal } = new AbortController();
  assert.equal(await untilAborted(Promise.resolve(1), signal), 1);
  await assert.rejects(untilAborted(Promise.reject(new Error('blocked')), signal), /blocked/);
});

test('untilAborted() gives up when the signal aborts, and leaves the promise to others', async () => {
  const opening = Promise.withResolvers<number>();
  const impatient = new AbortController();
  const waiting = untilAborted(opening.promise, impatient.signal);
  impatient.abort(new Error('stopped'));
  await assert.rejects(waiting, /stopped/);
  opening.resolve(1);
  assert.equal(await untilAborted(opening.promise, new AbortController().signal), 1);
});

test('untilAborted() rejects at once under a signal that has aborted', async () => {
  const signal = AbortSignal.abort(new Error('stopped'));
  await assert.rejects(untilAborted(Promise.withResolvers().promise, signal), /stopped/);
});

test('untilAborted() under a signal that has aborted takes what the promise fails with', async () => {
  const unheard: unknown[] = [];
  const listen = (reason: unknown) => unheard.push(reason);
  process.on('unhandledRejection', listen);
  const signal = AbortSignal.abort(new Error('stopped'));
  await assert.rejects(untilAborted(Promise.reject(new Error('blocked')), signal), /stopped/);
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', listen);
  assert.deepEqual(unheard, []);
});
