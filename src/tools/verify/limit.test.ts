import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mapLimited } from './limit.ts';

test('mapLimited() never has more at work than the limit and keeps the order', async () => {
  let atWork = 0;
  let most = 0;
  const results = await mapLimited([3, 1, 2, 5, 4], 2, async (turns) => {
    most = Math.max(most, ++atWork);
    for (let turn = 0; turn < turns; turn++) await Promise.resolve();
    atWork--;
    return turns * 10;
  });
  assert.deepEqual(results, [30, 10, 20, 50, 40]);
  assert.equal(most, 2);
});

test('mapLimited() rejects with the first error and begins no further item', async () => {
  const begun: number[] = [];
  const work = async (item: number) => {
    begun.push(item);
    if (item === 2) throw new Error('two');
  };
  await assert.rejects(mapLimited([1, 2, 3, 4], 1, work), /two/);
  assert.deepEqual(begun, [1, 2]);
});
