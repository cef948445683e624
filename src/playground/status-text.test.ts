import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isActive, statusText } from './status-text.ts';

const ended = { code: 3, seconds: 1.005, overflowed: false };

test('an ended run gives its exit code, and its time with two decimals', () => {
  assert.equal(statusText({ kind: 'exited', ...ended }, ''), 'Exited with code 3 after 1.00 s');
  assert.equal(statusText({ kind: 'stopped', ...ended }, ''), 'Stopped with code 3 after 1.00 s');
});

test('lines that the terminal did not keep are admitted', () => {
  assert.match(
    statusText({ kind: 'exited', ...ended, overflowed: true }, ''),
    /lines were dropped/,
  );
});

test('before a run, the status says what the place shows', () => {
  assert.equal(statusText({ kind: 'idle' }, 'Node 24, recorded'), 'Node 24, recorded');
});

test('Stop has something to stop from the press of Run until the end', () => {
  assert.equal(isActive({ kind: 'loading' }), true);
  assert.equal(isActive({ kind: 'running' }), true);
  assert.equal(isActive({ kind: 'exited', ...ended }), false);
  assert.equal(isActive({ kind: 'failed', message: '', recovery: 'retry' }), false);
});
