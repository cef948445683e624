import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callOf, resultOf } from './wire.ts';

// biome-ignore lint/security/noGlobalEval: stands for the page, which gets the call as text
const inPage = (call: string): Promise<string> => eval(`(${call})()`);

test('a call carries its argument to the page and its result back', async () => {
  const call = callOf(async ({ a, b }: { a: number; b: string[] }) => [a + 1, ...b], {
    a: 1,
    b: ['"', '\n'],
  });
  assert.deepEqual(resultOf(await inPage(call)), [2, '"', '\n']);
});

test('without an argument and a result both are undefined', async () => {
  const call = callOf((given: undefined) => void assert.equal(given, undefined), undefined);
  assert.equal(resultOf(await inPage(call.replace('assert.equal', 'Object.is'))), undefined);
});

test('what the function throws is thrown here, with its message', async () => {
  const call = callOf(() => {
    throw new TypeError('broken there');
  }, undefined);
  const answer = await inPage(call);
  assert.throws(() => resultOf(answer), /In the page: TypeError: broken there/);
});
