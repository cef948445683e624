import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Contract } from '../../shared/contract.ts';
import { holdRuns } from './hold-runs.ts';

const exact: Contract = { lines: 'exact', before: [], mask: [], invariants: [] };
const faster: Contract = {
  ...exact,
  mask: [{ pattern: '(?<=faster: )(yes|no)', means: 'the verdict' }],
  invariants: [{ says: 'Two are faster.', pattern: '^faster: yes$', inSomeRun: true }],
};

function running(...outputs: string[]) {
  let made = 0;
  const run = async () => ({ actual: outputs[made++] ?? '', exitCode: 0, seconds: 1 });
  return { run, made: () => made };
}

test('holdRuns() runs once what no further run can mend', async () => {
  const { run, made } = running('b\n', 'a\n');
  assert.equal((await holdRuns(exact, 'a\n', run)).length > 0, true);
  assert.equal(made(), 1);
});

test('holdRuns() is content with one run that shows what some run must show', async () => {
  const { run, made } = running('faster: no\n', 'faster: no\n', 'faster: yes\n');
  assert.deepEqual(await holdRuns(faster, 'faster: yes\n', run), []);
  assert.equal(made(), 3);
});

test('holdRuns() gives up after three runs that do not', async () => {
  const { run, made } = running(...Array.from({ length: 5 }, () => 'faster: no\n'));
  assert.match((await holdRuns(faster, 'faster: yes\n', run)).join('\n'), /any of \d runs/);
  assert.equal(made(), 3);
});

test('holdRuns() holds the fastest run to the time band', async () => {
  let made = 0;
  const run = async () => ({ actual: 'a\n', exitCode: 0, seconds: made++ === 0 ? 9 : 1 });
  assert.deepEqual(await holdRuns({ ...exact, seconds: { max: 2 } }, 'a\n', run), []);
  assert.equal(made, 2);
});
