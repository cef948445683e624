import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Contract, checkContract, describeContract, outputLines } from './contract.ts';

const contract = (parts: Partial<Contract> = {}): Contract => ({
  lines: 'exact',
  before: [],
  mask: [],
  invariants: [],
  ...parts,
});

function violations(parts: Partial<Contract>, recorded: string, actual: string, seconds = 1) {
  return checkContract(contract(parts), { recorded, actual, exitCode: 0, seconds });
}

test('outputLines() drops what a terminal adds and nothing else', () => {
  const shown = '\x1b[32m a \x1b[0m\r\n\x1b]0;title\x07\r\nb\x1b[?25l\r\n\r\n';
  assert.deepEqual(outputLines(shown), [' a ', '', 'b']);
  assert.deepEqual(outputLines('\r\n'), []);
});

test('exact lines hold for the same lines and name the first that differs in place', () => {
  assert.deepEqual(violations({}, 'a\nb\n', 'a\r\nb\r\n'), []);
  assert.deepEqual(violations({}, 'a\nb\nc\n', 'a\nc\nb\n'), [
    'Line 2 is “c”; recorded there is “b”.',
  ]);
});

test('missing and unrecorded lines are counted, not only looked up', () => {
  assert.deepEqual(violations({ lines: 'any-order' }, 'a\na\nb\n', 'b\na\nc\n'), [
    'Line “a” is missing.',
    'Line “c” was not recorded.',
  ]);
});

test('any-order lines hold in every order', () => {
  assert.deepEqual(violations({ lines: 'any-order' }, 'a\nb\n', 'b\na\n'), []);
});

test('`before` compares the last of the first with the first of the second', () => {
  const parts: Partial<Contract> = { lines: 'any-order', before: [['One', 'All']] };
  assert.deepEqual(violations(parts, 'One 1\nOne 2\nAll\n', 'One 2\nOne 1\nAll\n'), []);
  assert.deepEqual(violations(parts, 'One 1\nOne 2\nAll\n', 'One 1\nAll\nOne 2\n'), [
    'Line “All” came before line “One 2”.',
  ]);
});

test('`before` with a beginning that no recorded line has is a violation', () => {
  assert.deepEqual(violations({ before: [['Onee', 'All']] }, 'One\nAll\n', 'One\nAll\n'), [
    'No recorded line begins with “Onee”: correct `before`.',
  ]);
});

test('masked numbers may differ; the rest of their line may not', () => {
  const parts: Partial<Contract> = { mask: [{ pattern: '\\d+\\.\\d+', means: 'the time' }] };
  assert.deepEqual(violations(parts, 'took 2.01 s\n', 'took 12.9 s\n'), []);
  assert.equal(violations(parts, 'took 2.01 s\n', 'takes 2.01 s\n').length, 2);
});

test('an invariant sees the output before masking, line by line', () => {
  const parts: Partial<Contract> = {
    mask: [{ pattern: '\\d+', means: 'the time' }],
    invariants: [{ says: 'It takes about two.', pattern: '^took 2$' }],
  };
  assert.deepEqual(violations(parts, 'x\ntook 2\n', 'x\ntook 2\n'), []);
  assert.deepEqual(violations(parts, 'x\ntook 2\n', 'x\ntook 3\n'), [
    'Not so in this output: “It takes about two.” (/^took 2$/mu does not match).',
  ]);
});

test('a run outside its time band breaks the contract at either end', () => {
  const parts: Partial<Contract> = { seconds: { min: 2, max: 3 } };
  assert.deepEqual(violations(parts, 'a', 'a', 2.5), []);
  assert.deepEqual(violations(parts, 'a', 'a', 1.994), [
    'The program took 1.99 s; the contract says at least 2 s.',
  ]);
  assert.deepEqual(violations(parts, 'a', 'a', 3.01), [
    'The program took 3.01 s; the contract says at most 3 s.',
  ]);
});

test('a right output with a wrong exit code breaks every contract', () => {
  const run = { recorded: 'a', actual: 'a', exitCode: 13, seconds: 1 };
  assert.deepEqual(checkContract(contract(), run), [
    'The program exited with code 13 instead of 0.',
  ]);
});

test('describeContract() says every clause', () => {
  const { badge, sentences } = describeContract(
    contract({
      lines: 'any-order',
      before: [['One', 'All']],
      mask: [{ pattern: '\\d', means: 'the time' }],
      invariants: [{ says: 'Nothing is lost.', pattern: 'x' }],
      seconds: { min: 2, max: 3 },
    }),
  );
  assert.equal(badge, 'same lines, any order, numbers masked');
  assert.deepEqual(sentences.slice(1), [
    'Lines that begin with “One” come before those with “All”.',
    'Not compared: the time.',
    'Nothing is lost.',
    'A run takes between 2 and 3 s.',
    'Both exit with code 0.',
  ]);
});

test('an invariant for some run holds when one of several runs shows it', () => {
  const contract: Contract = {
    lines: 'any-order',
    before: [],
    mask: [{ pattern: 'yes|no', means: 'the verdict' }],
    invariants: [{ says: 'Two are faster.', pattern: '^faster: yes$', inSomeRun: true }],
  };
  const run = { recorded: 'faster: yes', actual: 'faster: no', exitCode: 0, seconds: 1 };
  assert.deepEqual(checkContract(contract, { ...run, others: ['faster: no', 'faster: yes'] }), []);
  assert.match(
    checkContract(contract, { ...run, others: ['faster: no'] })[0] ?? '',
    /any of 2 runs/,
  );
  assert.match(checkContract(contract, run)[0] ?? '', /any of 1 runs/);
});
