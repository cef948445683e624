import assert from 'node:assert/strict';
import test from 'node:test';
import { Queue } from './queue.ts';

test('a queue gives back in order, also across many pushes and shifts', () => {
  const queue = new Queue<number>();
  let next = 0;
  let expected = 0;
  for (let round = 0; round < 200; round++) {
    for (let n = 0; n < 50; n++) queue.push(next++);
    for (let n = 0; n < 40; n++) assert.equal(queue.shift(), expected++);
  }
  assert.equal(queue.length, 2000);
  while (queue.length > 0) assert.equal(queue.shift(), expected++);
  assert.equal(queue.shift(), undefined);
  assert.equal(expected, next);
});
