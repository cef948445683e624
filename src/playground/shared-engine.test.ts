import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Engine } from '../engine/engine.ts';
import { SharedEngine, untilAborted } from './shared-engine.ts';

const engine = { name: 'embedded' } as Engine;
const never = new AbortController().signal;

test('every pair gets the one engine, opened once', async () => {
  let opened = 0;
  const shared = new SharedEngine(async () => {
    opened += 1;
    return engine;
  });
  assert.deepEqual(await Promise.all([shared.get(never), shared.get(never)]), [engine, engine]);
  assert.equal(opened, 1);
});

test('after an engine did not open, the next request tries again', async () => {
  const attempts = [Promise.reject(new Error('blocked')), Promise.resolve(engine)];
  const shared = new SharedEngine(
    () => attempts.shift() ?? Promise.reject(new Error('asked again')),
  );
  await assert.rejects(shared.get(never), /blocked/);
  assert.equal(await shared.get(never), engine);
});

test('giving up waiting leaves the opening engine to the others', async () => {
  const opening = Promise.withResolvers<Engine>();
  const shared = new SharedEngine(() => opening.promise);
  const impatient = new AbortController();
  const waiting = shared.get(impatient.signal);
  impatient.abort(new Error('stopped'));
  await assert.rejects(waiting, /stopped/);
  opening.resolve(engine);
  assert.equal(await shared.get(never), engine);
});

test('untilAborted() rejects at once under a signal that has aborted', async () => {
  const signal = AbortSignal.abort(new Error('stopped'));
  assert.throws(() => untilAborted(Promise.resolve(1), signal), /stopped/);
});
