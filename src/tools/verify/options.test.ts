import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseOptions } from './options.ts';

test('parseOptions() writes nothing unless told to', () => {
  const { record, recordGiven } = parseOptions([]);
  assert.deepEqual({ record, recordGiven }, { record: false, recordGiven: false });
});

test('parseOptions() leaves the number of runs open unless it is given', () => {
  assert.equal('runs' in parseOptions([]), false);
  assert.equal(parseOptions(['--runs', '5']).runs, 5);
});

test('parseOptions() names a number that is none, with its value', () => {
  assert.throws(() => parseOptions(['--runs', '0']), {
    message: '--runs takes a whole number from 1 on: current value is "0".',
  });
});

test('parseOptions() rejects an option that it does not know', () => {
  assert.throws(() => parseOptions(['--recrod']), /--recrod/);
});
