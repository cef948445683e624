/** `AssertionError`: the message tells what differs. Follows `lib/internal/assert/assertion_error.js`. */
import { inspect } from './inspect.ts';

const customInspect = Symbol.for('nodejs.util.inspect.custom');

import { diffLines, printDiff } from './line-diff.ts';
import { validateObject } from './validators.ts';

export interface AssertionErrorOptions {
  message?: unknown;
  actual?: unknown;
  expected?: unknown;
  operator?: string | undefined;
  /** Frames above and including this function are left out of the stack. */
  stackStartFn?: CallableFunction | undefined;
  diff?: 'simple' | 'full' | undefined;
}

const openings: Readonly<Record<string, string>> = {
  deepStrictEqual: 'Expected values to be strictly deep-equal:',
  partialDeepStrictEqual: 'Expected values to be partially and strictly deep-equal:',
  strictEqual: 'Expected values to be strictly equal:',
  strictEqualObject: 'Expected "actual" to be reference-equal to "expected":',
  deepEqual: 'Expected values to be loosely deep-equal:',
  notDeepStrictEqual: 'Expected "actual" not to be strictly deep-equal to:',
  notStrictEqual: 'Expected "actual" to be strictly unequal to:',
  notStrictEqualObject: 'Expected "actual" not to be reference-equal to "expected":',
  notDeepEqual: 'Expected "actual" not to be loosely deep-equal to:',
  notIdentical: 'Values have same structure but are not reference-equal:',
};

/** Operators whose message shows a difference. */
const showsDifference = new Set(['deepStrictEqual', 'strictEqual', 'partialDeepStrictEqual']);

/** Two values that together are no longer than this stand on one line. */
const SHORT = 12;
const LONG = 512;
const MAX_LINES = 50;
const TERMINAL_WIDTH = 80;

export class AssertionError extends Error {
  generatedMessage: boolean;
  readonly code = 'ERR_ASSERTION';
  actual: unknown;
  expected: unknown;
  operator: string | undefined;
  diff: 'simple' | 'full';

  constructor(options: AssertionErrorOptions) {
    validateObject(options, 'options');
    const { message, operator, stackStartFn, diff = 'simple' } = options;
    let { actual, expected } = options;
    const isGenerated = message === undefined || message === null;
    if (isGenerated && actual instanceof Error && expected instanceof Error) {
      // The message shows what errors are, not where they were made.
      [actual, expected] = [withoutStack(actual), withoutStack(expected)];
    }
    const words = { message, actual, expected, operator: operator ?? '', isFull: diff === 'full' };
    super(isGenerated || showsDifference.has(words.operator) ? describe(words) : String(message));
    this.generatedMessage = !message;
    // Set before the stack is made, so that it shows the code.
    hide(this, 'name', 'AssertionError [ERR_ASSERTION]');
    this.actual = actual;
    this.expected = expected;
    this.operator = operator;
    const { captureStackTrace } = Error as {
      captureStackTrace?: (error: Error, below?: CallableFunction) => void;
    };
    captureStackTrace?.(this, stackStartFn);
    void this.stack;
    this.name = 'AssertionError';
    this.diff = diff;
  }

  override toString(): string {
    return `${this.name} [${this.code}]: ${this.message}`;
  }

  /** The values are in the message already, so they are shown to no depth. */
  [customInspect](_depth: number, options: object): string {
    const { actual, expected } = this;
    if (typeof actual === 'string') this.actual = shorten(actual);
    if (typeof expected === 'string') this.expected = shorten(expected);
    const shown = inspect(this, { ...options, customInspect: false, depth: 0 });
    this.actual = actual;
    this.expected = expected;
    return shown;
  }
}

interface Words {
  message: unknown;
  actual: unknown;
  expected: unknown;
  operator: string;
  isFull: boolean;
}

function describe(words: Words): string {
  const { operator } = words;
  if (showsDifference.has(operator)) return describeDifference(words);
  if (operator === 'notDeepStrictEqual' || operator === 'notStrictEqual') {
    return describeSameness(words);
  }
  return describePair(words);
}

function describeDifference({ message, actual, expected, operator, isFull }: Words): string {
  const ours = show(actual).split('\n');
  const theirs = show(expected).split('\n');
  const areReferences = isReference(actual) && isReference(expected);
  const key = operator === 'strictEqual' && areReferences ? 'strictEqualObject' : operator;
  const isShort = ours.length === 1 && theirs.length === 1;
  const opening = (name: string): string => String(message || openings[name]);
  if (isShort && !(isObject(actual) && isObject(expected))) {
    const simple = describeSimple(actual, ours[0] ?? '', expected, theirs[0] ?? '');
    return `${opening(key)}\n${simple}\n`;
  }
  if (ours.join('\n') === theirs.join('\n')) {
    const isCut = ours.length > MAX_LINES && !isFull;
    const body = isCut ? `${ours.slice(0, MAX_LINES).join('\n')}\n...}` : ours.join('\n');
    return `${opening('notIdentical')}\n${isCut ? '\n... Skipped lines' : ''}\n${body}\n`;
  }
  const { text, isCut } = printDiff(diffLines(ours, theirs, isObject(actual)));
  return `${opening(key)}\n+ actual - expected${isCut ? '\n... Skipped lines' : ''}\n${text}\n`;
}

function describeSimple(actual: unknown, ours: string, expected: unknown, theirs: string): string {
  const quotes = (typeof actual === 'string' ? 2 : 0) + (typeof expected === 'string' ? 2 : 0);
  const length = ours.length + theirs.length;
  if (length - quotes <= SHORT && (actual !== 0 || expected !== 0)) {
    return `\n${ours} !== ${theirs}`;
  }
  // Quotes come with inspection, so both sides are text here and a place can be pointed at.
  const canPoint = length <= TERMINAL_WIDTH;
  const place = [...ours].findIndex((_, index) => ours[index] !== theirs[index]);
  const pointer = canPoint && place >= 3 ? `\n${' '.repeat(place + 2)}^` : '';
  return `+ actual - expected\n\n+ ${ours}\n- ${theirs}${pointer}`;
}

function describeSameness({ actual, operator, isFull }: Words): string {
  const isIdentity = operator === 'notStrictEqual' && isReference(actual);
  const opening = openings[isIdentity ? 'notStrictEqualObject' : operator];
  let lines = show(actual).split('\n');
  if (lines.length > MAX_LINES && !isFull) lines = [...lines.slice(0, 46), '...'];
  const [only = ''] = lines;
  if (lines.length === 1) return `${opening}${only.length > 5 ? '\n\n' : ' '}${only}`;
  return `${opening}\n\n${lines.join('\n')}\n`;
}

function describePair({ actual, expected, operator, isFull }: Words): string {
  const ours = show(actual);
  const theirs = show(expected);
  const cut = (text: string, limit: number): string =>
    text.length > limit && !isFull ? `${text.slice(0, limit - 3)}...` : text;
  if (operator === 'notDeepEqual' && ours === theirs) {
    return cut(`${openings[operator]}\n\n${ours}`, 1024);
  }
  const [left, right] = [cut(ours, LONG), cut(theirs, LONG)];
  if (operator === 'deepEqual') {
    return `${openings[operator]}\n\n${left}\n\nshould loosely deep-equal\n\n${right}`;
  }
  if (operator === 'notDeepEqual') {
    const opening = 'Expected values not to be loosely deep-equal:';
    return `${opening}\n\n${left}\n\nshould not loosely deep-equal\n\n${right}`;
  }
  return `${left} ${operator} ${right}`;
}

/** Independent of `inspect.defaultOptions`, and with all that a comparison looks at. */
function show(value: unknown): string {
  return inspect(value, {
    compact: false,
    customInspect: false,
    depth: 1000,
    maxArrayLength: Number.POSITIVE_INFINITY,
    showHidden: false,
    showProxy: false,
    sorted: true,
    getters: true,
  });
}

function isObject(value: unknown): boolean {
  return value !== null && typeof value === 'object';
}

function isReference(value: unknown): boolean {
  return isObject(value) || typeof value === 'function';
}

function withoutStack(source: Error): object {
  const copy = Object.assign(Object.create(Object.getPrototypeOf(source) as object), source);
  Object.defineProperty(copy, 'message', { value: source.message });
  if (Object.hasOwn(source, 'cause')) {
    const { cause } = source;
    const value = cause instanceof Error ? withoutStack(cause) : cause;
    Object.defineProperty(copy, 'cause', { value });
  }
  return copy as object;
}

function hide(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, writable: true, configurable: true });
}

function shorten(text: string): string {
  const lines = text.split('\n', 11);
  if (lines.length > 10) return `${lines.slice(0, 10).join('\n')}\n...`;
  return text.length > LONG ? `${text.slice(LONG)}...` : text;
}
