import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Input } from './input.ts';
import { Pipes } from './pipes.ts';
import type { Thread } from './process-table.ts';
import { createRingMemory, Ring } from './ring.ts';
import { TerminalLine } from './terminal-line.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array | null): string | null =>
  bytes && new TextDecoder().decode(bytes);

function terminal() {
  const story: string[] = [];
  const line = new TerminalLine({
    echo: (text) => story.push(`echo ${JSON.stringify(text)}`),
    deliver: (text) => story.push(`line ${JSON.stringify(text)}`),
    end: () => story.push('end'),
    interrupt: () => story.push('interrupt'),
  });
  return { line, story };
}

test('a terminal gives programs whole lines, corrected as they were typed', () => {
  const { line, story } = terminal();
  line.type(encode('é€\x7f'));
  line.type(encode('b\r'));
  assert.deepEqual(story, [
    'echo "é"',
    'echo "€"',
    'echo "\\b \\b"',
    'echo "b"',
    'echo "\\n"',
    'line "éb\\n"',
  ]);
});

test('Ctrl-D ends an empty line as the input, and sends any other as it is', () => {
  const { line, story } = terminal();
  line.type(encode('a\x04\x04'));
  assert.deepEqual(story, ['echo "a"', 'line "a"', 'end']);
});

test('Ctrl-C interrupts and drops the line, but is a byte in raw mode', () => {
  const { line, story } = terminal();
  line.type(encode('a\x03\r'));
  line.isRaw = true;
  line.type(encode('a\x03'));
  assert.deepEqual(story, [
    'echo "a"',
    'echo "^C"',
    'interrupt',
    'echo "\\n"',
    'line "\\n"',
    'line "a\\u0003"',
  ]);
});

test('input waits for a reader, and its end comes after it', () => {
  const input = new Input();
  input.write(encode('early'));
  input.end();
  const got: (string | null)[] = [];
  input.follow('a', (bytes) => got.push(decode(bytes)));
  assert.deepEqual(got, ['early', null]);
});

test('a reader that takes less leaves the rest to the next', () => {
  const input = new Input();
  const got: (string | null)[] = [];
  input.readOnce('a', (bytes) => got.push(decode(bytes)), 2);
  input.write(encode('abc'));
  input.readOnce('b', (bytes) => got.push(decode(bytes)), 2);
  assert.deepEqual(got, ['ab', 'c']);
});

test('who has left gets nothing more', () => {
  const input = new Input();
  const got: string[] = [];
  input.follow('a', () => got.push('a'));
  input.follow('b', () => got.push('b'));
  input.leave('b');
  input.write(encode('x'));
  assert.deepEqual(got, ['a']);
});

test('a writer waits while 64 kB are unread', () => {
  const input = new Input();
  let taken = 0;
  input.write(new Uint8Array(65_536), () => taken++);
  assert.equal(taken, 0);
  input.readOnce('a', () => undefined, 1);
  assert.equal(taken, 1);
});

test('a pipe ends when nobody is left who could write, after all was read', () => {
  const pipes = new Pipes();
  const ring = new Ring(createRingMemory());
  const got: (string | null)[] = [];
  const reader = { gid: 1 } as Thread; // Of no interest here: the reader stays.
  const deliver = (bytes: Uint8Array | null): void => void got.push(decode(bytes));
  pipes.open(ring, { pid: 7, descriptor: 1, reader, deliver });
  ring.write(1, 1, encode('words'), () => undefined);
  pipes.settle(() => true);
  assert.deepEqual(got, ['words']);
  pipes.settle(() => false);
  assert.deepEqual(got, ['words', null]);
});
