import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseOptions } from './options.ts';

test('parseOptions() writes nothing unless told to', () => {
  const { record, recordGiven, runs } = parseOptions([]);
  assert.deepEqual({ record, recordGiven, runs }, { record: false, recordGiven: false, runs: 3 });
});

test('parseOptions() names a number that is none, with its value', () => {
  assert.throws(() => parseOptions(['--runs', '0']), {
    message: '--runs takes a whole number from 1 on: current value is "0".',
  });
});

test('parseOptions() rejects an option that it does not know', () => {
  assert.throws(() => parseOptions(['--recrod']), /--recrod/);
});
