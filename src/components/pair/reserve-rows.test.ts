import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reserveRows } from './reserve-rows.ts';

test('the longer output decides, with a line for the cursor', () => {
  assert.equal(reserveRows(['1\n2\n', '1\n2\n3\n4\n5\n6\n7\n']), 8);
});

test('little output still gets a terminal, and much output does not push the page away', () => {
  assert.equal(reserveRows([]), 5);
  assert.equal(reserveRows(['line\n'.repeat(400)]), 16);
});
