import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatTally, orFailed, sum, tallyOfOutput } from './tally.ts';

test('sum() adds each count', () => {
  const total = sum([
    { passed: 1, failed: 2, skipped: 0 },
    { passed: 10, failed: 20, skipped: 30 },
  ]);
  assert.deepEqual(total, { passed: 11, failed: 22, skipped: 30 });
});

test('formatTally() mentions what was skipped only when something was', () => {
  assert.equal(formatTally({ passed: 3, failed: 0, skipped: 0 }), '3 passed, 0 failed');
  assert.equal(formatTally({ passed: 3, failed: 1, skipped: 2 }), '3 passed, 1 failed, 2 skipped');
});

test('tallyOfOutput() reads the last line and no other', () => {
  const output = '1 passed, 0 failed\nmore\n18 passed, 2 failed\n';
  assert.deepEqual(tallyOfOutput(output, 1), { passed: 18, failed: 2, skipped: 0 });
});

test('tallyOfOutput() counts one failure when the last line is no tally', () => {
  assert.deepEqual(tallyOfOutput('crashed\n', 0), { passed: 0, failed: 1, skipped: 0 });
  assert.deepEqual(tallyOfOutput('', 3), { passed: 0, failed: 1, skipped: 0 });
});

test('orFailed() does not let a bad exit code pass for success', () => {
  const tally = { passed: 4, failed: 0, skipped: 0 };
  assert.equal(orFailed(tally, 1).failed, 1);
  assert.equal(orFailed(tally, 0).failed, 0);
  assert.equal(orFailed({ ...tally, failed: 2 }, 1).failed, 2);
});
