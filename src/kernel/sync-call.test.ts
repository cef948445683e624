import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { createSyncMemory, SyncCaller, SyncResponder } from './sync-call.ts';

const never = (): never => {
  throw new Error('not expected to ask for more');
};

test('an answer of any kind comes back as it was given', () => {
  const memory = createSyncMemory();
  const caller = new SyncCaller(memory);
  const responder = new SyncResponder(memory);
  const json = { kind: 'json', value: { a: [1, 'ü', null] } } as const;
  assert.deepEqual(
    caller.call(() => responder.answer(json), never),
    json,
  );
  const bytes = { kind: 'bytes', value: new Uint8Array([1, 2, 3]) } as const;
  assert.deepEqual(
    caller.call(() => responder.answer(bytes), never),
    bytes,
  );
});

test('an answer larger than the buffer comes in pieces', () => {
  const memory = createSyncMemory();
  const caller = new SyncCaller(memory);
  const responder = new SyncResponder(memory);
  const value = new Uint8Array(300_000).map((_, index) => index);
  let pieces = 1;
  const more = (): void => {
    pieces++;
    responder.more();
  };
  const answer = caller.call(() => responder.answer({ kind: 'bytes', value }), more);
  assert.deepEqual(answer.value, value);
  assert.equal(pieces, 3);
});

test('a late notice of an earlier answer does not end the wait for the next', async () => {
  const memory = createSyncMemory();
  const caller = new SyncCaller(memory);
  const source = `
    const { workerData: { memory, module } } = require('node:worker_threads');
    import(module).then(({ SyncResponder }) => {
      const words = new Int32Array(memory, 0, 4);
      // Wakes the caller, once it sleeps, without an answer; then answers.
      while (Atomics.notify(words, 0) === 0);
      new SyncResponder(memory).answer({ kind: 'json', value: 'the answer' });
    });`;
  const module = new URL('./sync-call.ts', import.meta.url).href;
  const worker = new Worker(source, { eval: true, workerData: { memory, module } });
  assert.deepEqual(
    caller.call(() => undefined, never),
    { kind: 'json', value: 'the answer' },
  );
  await worker.terminate();
});
