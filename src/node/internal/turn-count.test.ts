import assert from 'node:assert/strict';
import test from 'node:test';
import { Brake, FULL_SPEED, TurnCount } from './turn-count.ts';

test('a count begins anew with every turn of the loop', () => {
  const loop = { activity: 1 };
  const count = new TurnCount(loop);
  count.add();
  assert.equal(count.add(), 2);
  loop.activity++;
  assert.equal(count.add(), 1);
});

test('a thread that sends without turning its loop is slowed down', () => {
  const loop = { activity: 1 };
  let pauses = 0;
  const brake = new Brake(loop, () => pauses++);
  for (let n = 0; n < FULL_SPEED; n++) brake.press(n);
  assert.equal(pauses, 0);
  brake.press('one more');
  brake.press('and another');
  assert.equal(pauses, 2);
  loop.activity++;
  brake.press('the next turn');
  assert.equal(pauses, 2);
});

test('what a message contains is weighed now and then, and no getter runs', () => {
  let pauses = 0;
  const brake = new Brake({ activity: 1 }, () => pauses++);
  const getter = {
    get text(): string {
      throw new Error('a getter ran');
    },
  };
  const cycle: Record<string, unknown> = { getter, list: [{ text: 'x'.repeat(1024 * 1024) }] };
  cycle.cycle = cycle;
  for (let n = 0; n < 63; n++) brake.press(cycle);
  assert.equal(pauses, 0);
  for (let n = 0; n < 250; n++) brake.press(cycle);
  assert.ok(pauses > 0);
});

test('large messages count by their size, shared memory does not', () => {
  let pauses = 0;
  const brake = new Brake({ activity: 1 }, () => pauses++);
  const large = new Uint8Array(1024 * 1024);
  const shared = new Int32Array(new SharedArrayBuffer(1024 * 1024));
  for (let n = 0; n < 250; n++) brake.press(shared);
  assert.equal(pauses, 0);
  for (let n = 0; n < 250; n++) brake.press(large);
  assert.ok(pauses > 0);
});
