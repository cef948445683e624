import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupExperiments } from './group-experiments.ts';

const failed = { count: 20, says: 'It failed.', output: '', errors: ['ValueError'] };
const experiment = { version: 'CPython 3.13.0', startMethod: 'fork', runs: 20, outcomes: [failed] };

test('start methods under which a sample ended alike are told together', () => {
  const groups = groupExperiments([
    experiment,
    { ...experiment, startMethod: 'spawn', outcomes: [{ ...failed, count: 19 }] },
    { ...experiment, startMethod: 'forkserver' },
  ]);
  assert.deepEqual(
    groups.map(({ startMethods }) => startMethods),
    [['fork', 'forkserver'], ['spawn']],
  );
});

test('another version is another experiment, even when it ended alike', () => {
  const groups = groupExperiments([experiment, { ...experiment, version: 'CPython 3.14.0' }]);
  assert.equal(groups.length, 2);
});
