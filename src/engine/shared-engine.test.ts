import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BootOptions, Engine } from './engine.ts';
import { SharedEngine } from './shared-engine.ts';

function create() {
  const boots: {
    options: BootOptions;
    resolve: (engine: Engine) => void;
    reject: (error: Error) => void;
  }[] = [];
  const shared = new SharedEngine((options) => {
    const { promise, resolve, reject } = Promise.withResolvers<Engine>();
    boots.push({ options, resolve, reject });
    // As a real start does, it takes its time to end.
    const giveUp = () => setImmediate(() => reject(new Error('given up')));
    options.signal?.addEventListener('abort', giveUp);
    return promise;
  });
  return { shared, boots };
}
const engine = { name: 'embedded' } as Engine;
const settle = () => new Promise((resolve) => setImmediate(resolve));

test('all who ask get one engine, and hear what its start waits for', async () => {
  const { shared, boots } = create();
  const heard: string[] = [];
  const first = shared.open();
  await settle();
  boots[0]?.options.onProgress?.('the frame');
  const second = shared.open({ onProgress: (sentence) => heard.push(sentence) });
  boots[0]?.options.onProgress?.('Node');
  boots[0]?.resolve(engine);
  assert.equal(await first, engine);
  assert.equal(await second, engine);
  assert.deepEqual(heard, ['the frame', 'Node']);
  assert.equal(boots.length, 1);
});

test('a failed start is told to all, and tried again by the next', async () => {
  const { shared, boots } = create();
  const first = shared.open();
  await settle();
  boots[0]?.reject(new Error('blocked'));
  await assert.rejects(first, /blocked/);
  const second = shared.open();
  await settle();
  boots[1]?.resolve(engine);
  assert.equal(await second, engine);
});

test('one who gives up leaves the start to the others; the last one ends it', async () => {
  const { shared, boots } = create();
  const [one, two] = [new AbortController(), new AbortController()];
  const waits = [shared.open({ signal: one.signal }), shared.open({ signal: two.signal })];
  await settle();
  one.abort();
  await assert.rejects(waits[0] ?? Promise.resolve(), { name: 'AbortError' });
  assert.equal(boots[0]?.options.signal?.aborted, false);
  two.abort();
  await assert.rejects(waits[1] ?? Promise.resolve(), { name: 'AbortError' });
  assert.equal(boots[0]?.options.signal?.aborted, true);
  await settle();
  await settle();
  const again = shared.open();
  await settle();
  boots[1]?.resolve(engine);
  assert.equal(await again, engine);
});

test('one who asks at the very moment the others give up gets a start of its own', async () => {
  const { shared, boots } = create();
  const abort = new AbortController();
  const first = shared.open({ signal: abort.signal });
  await settle();
  abort.abort();
  await assert.rejects(first, { name: 'AbortError' });
  const second = shared.open();
  // One that got the end of the other would reject.
  second.catch(() => undefined);
  await settle();
  await settle();
  boots[1]?.resolve(engine);
  assert.equal(await second, engine);
});
