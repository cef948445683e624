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

const letters: Record<string, string> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  E: 'clear',
  F: 'end',
  H: 'home',
  P: 'f1',
  Q: 'f2',
  R: 'f3',
  S: 'f4',
  Z: 'tab',
};
const numbers: Record<string, string> = {
  1: 'home',
  2: 'insert',
  3: 'delete',
  4: 'end',
  5: 'pageup',
  6: 'pagedown',
  7: 'home',
  8: 'end',
  11: 'f1',
  12: 'f2',
  13: 'f3',
  14: 'f4',
  15: 'f5',
  17: 'f6',
  18: 'f7',
  19: 'f8',
  20: 'f9',
  21: 'f10',
  23: 'f11',
  24: 'f12',
};
const plain: Record<string, string> = {
  '\r': 'return',
  '\n': 'enter',
  '\t': 'tab',
  '\b': 'backspace',
  '\x7f': 'backspace',
  '\x1b': 'escape',
  ' ': 'space',
};
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
const sequences = /\x1b(?:\[(\d*)(?:;(\d+))?([A-Za-z~])|O([A-Z])|([^\x1b]))|[\s\S]/gu;

export function* keysOf(text: string): Generator<Key> {
  for (const [sequence, number = '', modifier, final, letter, escaped] of text.matchAll(
    sequences,
  )) {
    const ending = final ?? letter;
    const key = ending === undefined ? characterKey(escaped ?? sequence) : undefined;
    if (key) yield { ...key, sequence, meta: key.meta || escaped !== undefined };
    else yield escapeKey(sequence, number, Number(modifier ?? 1) - 1, ending ?? '');
  }
}

function escapeKey(sequence: string, number: string, modifiers: number, ending: string): Key {
  return {
    sequence,
    name: ending === '~' ? numbers[number] : letters[ending],
    ctrl: (modifiers & 4) !== 0,
    meta: (modifiers & 10) !== 0,
    shift: (modifiers & 1) !== 0 || ending === 'Z',
    code: `${sequence[1] ?? ''}${ending === '~' ? number : ''}${ending}`,
  };
}

function characterKey(character: string): Key {
  const key: Key = {
    sequence: character,
    name: plain[character],
    ctrl: false,
    meta: false,
    shift: false,
  };
  const code = character.charCodeAt(0);
  if (key.name !== undefined) key.meta = character === '\x1b';
  else if (code <= 26) Object.assign(key, { name: String.fromCharCode(code + 96), ctrl: true });
  else if (/^[0-9A-Za-z]$/.test(character)) {
    key.name = character.toLowerCase();
    key.shift = /[A-Z]/.test(character);
  }
  return key;
}

const following = new WeakSet<EventEmitter>();

/** Makes `stream` emit `keypress` for as long as somebody listens. */
export function emitKeypressEvents(stream: EventEmitter): void {
  if (following.has(stream)) return;
  following.add(stream);
  const decoder = new StringDecoder('utf8');
  const onData = (chunk: unknown): void => {
    if (stream.listenerCount('keypress') === 0) {
      stream.removeListener('data', onData);
      stream.on('newListener', onListener);
      return;
    }
    for (const key of keysOf(decoder.write(chunk))) {
      const isCharacter = key.sequence.length <= 2 && key.code === undefined && !key.meta;
      stream.emit('keypress', isCharacter ? key.sequence : undefined, key);
    }
  };
  const onListener = (name: unknown): void => {
    if (name !== 'keypress') return;
    stream.on('data', onData);
    stream.removeListener('newListener', onListener);
  };
  if (stream.listenerCount('keypress') > 0) stream.on('data', onData);
  else stream.on('newListener', onListener);
}
