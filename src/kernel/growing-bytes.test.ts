import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeBytes, withoutRoom } from './growing-bytes.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

test('bytes go where they are put; a gap is zeros; what lies behind stays', () => {
  assert.deepEqual(placeBytes(bytes(1, 2, 3), bytes(9), 1), bytes(1, 9, 3));
  assert.deepEqual(placeBytes(bytes(1), bytes(9), 3), bytes(1, 0, 0, 9));
  let whole = placeBytes(bytes(1), bytes(2, 3), 1);
  whole = placeBytes(whole, bytes(8), 5);
  assert.deepEqual(placeBytes(whole, bytes(7), 0), bytes(7, 2, 3, 0, 0, 8));
});

test('memory of others is never written to', () => {
  const others = bytes(1, 2, 3, 4);
  const whole = placeBytes(others.subarray(0, 2), bytes(9), 2);
  assert.deepEqual(whole, bytes(1, 2, 9));
  assert.deepEqual(placeBytes(others, bytes(9), 0), bytes(9, 2, 3, 4));
  assert.deepEqual(others, bytes(1, 2, 3, 4));
});

test('a file that grows by small pieces moves seldom', () => {
  const memories = new Set<ArrayBufferLike>();
  let whole = bytes();
  for (let count = 0; count < 4096; count++) {
    whole = placeBytes(whole, bytes(count % 256), whole.length);
    memories.add(whole.buffer);
  }
  assert.equal(whole.length, 4096);
  assert.ok(memories.size < 20, `moved ${memories.size} times`);
  assert.equal(withoutRoom(whole).buffer.byteLength, 4096);
  assert.deepEqual(withoutRoom(whole), whole);
});
