/** `readline.emitKeypressEvents`: keys from what a terminal sends (`lib/internal/readline/utils.js`). */
import type { EventEmitter } from '../events.ts';
import { StringDecoder } from '../string_decoder.ts';

export interface Key {
  sequence: string;
  name: string | undefined;
  ctrl: boolean;
  meta: boolean;
  shift: boolean;
  code?: string;
}

/** What an interface that reads the keys tells of its timing, and is told. */
export interface KeyFollower {
  escapeCodeTimeout: number;
  isCompletionEnabled: boolean;
}

const ESCAPE = '\x1b';
const ESCAPE_TIMEOUT = 500;

/** By what follows the escape character; those in lower case come with Shift or Ctrl. */
const names: Readonly<Record<string, string>> = {
  ...byLetters('[', { P: 'f1', Q: 'f2', R: 'f3', S: 'f4' }),
  ...byLetters('O', { P: 'f1', Q: 'f2', R: 'f3', S: 'f4' }),
  ...byLetters('[[', { A: 'f1', B: 'f2', C: 'f3', D: 'f4', E: 'f5' }),
  ...byLetters('[', { A: 'up', B: 'down', C: 'right', D: 'left', E: 'clear', F: 'end', H: 'home' }),
  ...byLetters('O', { A: 'up', B: 'down', C: 'right', D: 'left', E: 'clear', F: 'end', H: 'home' }),
  ...byLetters('[', { a: 'up', b: 'down', c: 'right', d: 'left', e: 'clear', Z: 'tab' }),
  ...byLetters('O', { a: 'up', b: 'down', c: 'right', d: 'left', e: 'clear' }),
  '[[5~': 'pageup',
  '[[6~': 'pagedown',
  '[200~': 'paste-start',
  '[201~': 'paste-end',
  ...byNumbers(),
};
const shifted = /^\[(?:[a-eZ]|[2-8]\$)$/;
const controlled = /^(?:O[a-e]|\[[2-8]\^)$/;

function byLetters(prefix: string, letters: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(letters).map(([each, name]) => [prefix + each, name]));
}

function byNumbers(): Record<string, string> {
  const edit = ['home', 'insert', 'delete', 'end', 'pageup', 'pagedown', 'home', 'end'];
  const all: Record<string, string> = {};
  for (const [at, name] of edit.entries()) {
    all[`[${at + 1}~`] = name;
    if (at > 0) all[`[${at + 1}$`] = all[`[${at + 1}^`] = name;
  }
  const functions = [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24];
  for (const [at, number] of functions.entries()) all[`[${number}~`] = `f${at + 1}`;
  return all;
}

const plain: Readonly<Record<string, string>> = {
  '\r': 'return',
  '\n': 'enter',
  '\t': 'tab',
  '\b': 'backspace',
  '\x7f': 'backspace',
  '\x1b': 'escape',
  ' ': 'space',
};

const isDigit = (character: string): boolean => character >= '0' && character <= '9';

type Reading = Generator<undefined, string, string>;

/** Reads one key, character by character; the empty one says that no more will come of it. */
function* readSequence(first: string): Generator<undefined, [string, string, boolean], string> {
  let character = first;
  let sequence = first;
  const isEscaped = first === ESCAPE;
  if (isEscaped) {
    character = yield;
    sequence += character;
    if (character === ESCAPE) {
      character = yield;
      sequence += character;
    }
  }
  return [sequence, character, isEscaped];
}

function* readCode(
  start: string,
): Generator<undefined, { code: string; rest: string; modifier: number }, string> {
  if (start === 'O') {
    let rest: string = yield;
    let modifier = 0;
    let last = rest;
    if (isDigit(last)) {
      modifier = Number(last) - 1;
      last = yield;
      rest += last;
    }
    return { code: `O${last}`, rest, modifier };
  }
  const rest: string = yield* readBracket();
  const isDouble = rest.startsWith('[');
  const command = isDouble ? rest.slice(1) : rest;
  const prefix = isDouble ? '[[' : '[';
  const numbered = /^(?:(\d\d?)(?:;(\d))?([~^$])|(\d{3}~))$/.exec(command);
  if (numbered?.[4]) return { code: prefix + numbered[4], rest, modifier: 0 };
  if (numbered) {
    const [, number = '', modifier = '1', end = ''] = numbered;
    return { code: prefix + number + end, rest, modifier: Number(modifier) - 1 };
  }
  const lettered = /^(?:(?:\d;)?(\d))?([A-Za-z])$/.exec(command);
  if (!lettered) return { code: prefix + command, rest, modifier: 0 };
  const [, modifier = '1', letter = ''] = lettered;
  return { code: prefix + letter, rest, modifier: Number(modifier) - 1 };
}

function* readBracket(): Reading {
  let character = yield;
  let text = character;
  const next = function* (): Generator<undefined, void, string> {
    character = yield;
    text += character;
  };
  if (character === '[') yield* next();
  for (let count = 0; count < 3 && isDigit(character); count++) yield* next();
  if (character === ';') {
    yield* next();
    if (isDigit(character)) yield* next();
  }
  return text;
}

/** Emits `keypress` for what it is given, one character at a time. */
function* emitKeys(stream: EventEmitter): Generator<undefined, never, string> {
  for (;;) {
    let [sequence, character, isEscaped] = yield* readSequence(yield);
    const key: Key = { sequence, name: undefined, ctrl: false, meta: false, shift: false };
    if (isEscaped && (character === 'O' || character === '[')) {
      const { code, rest, modifier } = yield* readCode(character);
      sequence += rest;
      Object.assign(key, {
        ctrl: (modifier & 4) !== 0 || controlled.test(code),
        meta: (modifier & 10) !== 0,
        shift: (modifier & 1) !== 0 || shifted.test(code),
        code,
        // As in Node: the word.
        name: names[code] ?? 'undefined',
      });
    } else nameCharacter(key, character, isEscaped);
    key.sequence = sequence;
    if (sequence !== '' && (key.name !== undefined || isEscaped)) {
      stream.emit('keypress', isEscaped ? undefined : sequence, key);
    } else if ([...sequence].length === 1) {
      stream.emit('keypress', sequence, key);
    }
  }
}

function nameCharacter(key: Key, character: string, isEscaped: boolean): void {
  key.meta = isEscaped;
  const name = plain[character];
  if (name !== undefined) key.name = name;
  else if (!isEscaped && character <= '\x1a') {
    key.name = String.fromCharCode(character.charCodeAt(0) + 'a'.charCodeAt(0) - 1);
    key.ctrl = true;
  } else if (/^[0-9A-Za-z]$/.test(character)) {
    key.name = character.toLowerCase();
    key.shift = /^[A-Z]$/.test(character);
  } else if (isEscaped) {
    key.name = character === '' ? 'escape' : undefined;
  }
}

const following = new WeakSet<EventEmitter>();

/** Node's own timers, which are the thread's globals by the time anybody types. */
declare function setTimeout(action: () => void, milliseconds: number): unknown;
declare function clearTimeout(timer: unknown): void;

/** Makes `stream` emit `keypress` for as long as somebody listens. */
export function emitKeypressEvents(stream: EventEmitter, follower?: KeyFollower): void {
  if (following.has(stream)) return;
  following.add(stream);
  const decoder = new StringDecoder('utf8');
  let keys = emitKeys(stream);
  keys.next();
  let waiting: unknown;
  const onData = (chunk: unknown): void => {
    if (stream.listenerCount('keypress') === 0) {
      stream.removeListener('data', onData);
      stream.on('newListener', onListener);
      return;
    }
    const text = typeof chunk === 'string' ? chunk : decoder.write(chunk);
    if (text === '') return;
    clearTimeout(waiting);
    let length = 0;
    for (const character of text) {
      length += character.length;
      // Only what is typed is completed, not what is pasted.
      if (follower) follower.isCompletionEnabled = length === text.length;
      try {
        keys.next(character);
      } catch (error) {
        keys = emitKeys(stream);
        keys.next();
        throw error;
      }
      if (length !== text.length || character !== ESCAPE) continue;
      waiting = setTimeout(() => void keys.next(''), follower?.escapeCodeTimeout ?? ESCAPE_TIMEOUT);
    }
    if (follower) follower.isCompletionEnabled = true;
  };
  const onListener = (name: unknown): void => {
    if (name !== 'keypress') return;
    stream.on('data', onData);
    stream.removeListener('newListener', onListener);
  };
  if (stream.listenerCount('keypress') > 0) stream.on('data', onData);
  else stream.on('newListener', onListener);
}
