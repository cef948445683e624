import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Execution } from './execute.ts';
import { countOutcomes, summariseErrors } from './given.ts';

const ended = (stdout: string, parts: Partial<Execution> = {}): Execution => ({
  stdout,
  stderr: '',
  exitCode: 0,
  seconds: 1,
  stopped: false,
  ...parts,
});

test('countOutcomes() counts alike runs, most frequent first, whatever the order of lines', () => {
  const hung = ended('a\n', { stopped: true, exitCode: 137 });
  assert.deepEqual(countOutcomes([hung, ended('a\nb\n'), ended('b\na\n')], 5), [
    { count: 2, says: 'It ended with exit code 0.', output: 'a\nb\n', errors: [], exitCode: 0 },
    { count: 1, says: 'It had not ended after 5 s and was stopped.', output: 'a\n', errors: [] },
  ]);
});

test('countOutcomes() names the errors that an exit code of 0 hides', () => {
  const stderr = 'Traceback\nValueError: x: y\nTraceback\nValueError: x: y\n';
  const [outcome] = countOutcomes([ended('', { stderr })], 5);
  assert.equal(outcome?.says, 'It ended with exit code 0, after ValueError (2×).');
});

test('summariseErrors() joins a message of several lines up to the blank one', () => {
  const traceback = `Traceback (most recent call last):
  File "x.py", line 1, in <module>
    raise RuntimeError('''
RuntimeError: 
        An attempt has been made
        to start.

        This probably means
`;
  assert.deepEqual(summariseErrors(traceback), [
    'RuntimeError: An attempt has been made to start.',
  ]);
});

test('summariseErrors() keeps different errors apart and one without a message', () => {
  assert.deepEqual(summariseErrors('EOFError\na.b.CustomError: z\n'), [
    'EOFError',
    'a.b.CustomError: z',
  ]);
});
