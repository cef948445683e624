import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits, checkRun, type Experiment, holds, runsOf } from './experiment.ts';

const experiment = (expect: Partial<Experiment['expect']>): Experiment => ({
  id: 'no-lock',
  title: 'Take the lock away',
  says: 'Increments are lost.',
  edits: [],
  expect: { exit: 0, shows: ['^lost$'], ...expect },
});

test('applyEdits() replaces text that occurs once', () => {
  const edits = [{ file: 'main.ts', find: 'lock();', replace: '' }];
  assert.deepEqual(applyEdits({ 'main.ts': 'lock(); add();' }, edits), { 'main.ts': ' add();' });
});

test('applyEdits() takes dollar signs in a replacement as they are', () => {
  const edits = [{ file: 'main.ts', find: 'x', replace: '$&$1' }];
  assert.deepEqual(applyEdits({ 'main.ts': 'x' }, edits), { 'main.ts': '$&$1' });
});

test('applyEdits() refuses text that occurs twice or never, and files that are not there', () => {
  const edit = { file: 'main.ts', find: 'a', replace: '' };
  assert.throws(() => applyEdits({ 'main.ts': 'a a' }, [edit]), /finds it 2 times/);
  assert.throws(() => applyEdits({ 'main.ts': 'b' }, [edit]), /finds it 0 times/);
  assert.throws(() => applyEdits({}, [edit]), /which the pair does not have/);
});

test('checkRun() compares output and exit code', () => {
  assert.deepEqual(checkRun(experiment({}), { output: 'lost\r\n', exitCode: 0 }), []);
  assert.match(checkRun(experiment({}), { output: 'lost\n', exitCode: 1 })[0] ?? '', /code 1/);
  assert.match(checkRun(experiment({}), { output: 'kept\n', exitCode: 0 })[0] ?? '', /“kept”/);
});

test('checkRun() knows programs that must not end', () => {
  const endless = experiment({ exit: 'none' });
  assert.deepEqual(checkRun(endless, { output: 'lost', exitCode: 'none' }), []);
  assert.match(checkRun(endless, { output: 'lost', exitCode: 0 })[0] ?? '', /should not end/);
});

test('holds() counts the runs of what is a matter of chance', () => {
  const chance = experiment({ chance: { atLeast: 2, of: 5 } });
  assert.equal(runsOf(chance), 5);
  assert.equal(holds(chance, [[], ['not']]), false);
  assert.equal(holds(chance, [[], ['not'], []]), true);
});
