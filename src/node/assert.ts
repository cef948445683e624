/** `node:assert`. Follows `lib/assert.js`; its comparisons are in `internal/deep-equal.ts`. */

import { AssertionError } from './internal/assertion-error.ts';
import { isDeepEqual, isDeepStrictEqual, isPartialDeepStrictEqual } from './internal/deep-equal.ts';
import { invalidArgType, nodeError } from './internal/errors.ts';
import { NOTHING_THROWN, thrownBy, Verdict, waitForRejection } from './internal/expected-errors.ts';
import { inspect } from './internal/inspect.ts';
import { sourceExpression } from './internal/source-expression.ts';
import { isError, isRegExp } from './internal/types.ts';
import { validateOneOf } from './internal/validators.ts';
import type { Warn } from './internal/warnings.ts';

export interface AssertOptions {
  /** The text of a line (1-based) of the program's file at `url`. */
  readLine: (url: string, line: number) => string | undefined;
  warn: Warn;
}

export interface AssertClassOptions {
  diff?: 'simple' | 'full';
  strict?: boolean;
  skipPrototype?: boolean;
}

/** What a method does with `this`: the options of an `Assert`, or none for the module's functions. */
const classOptions = Symbol('options');
type Self = { [classOptions]?: AssertClassOptions } | undefined;
type Method = (this: Self, ...args: unknown[]) => unknown;

const names = [
  'fail',
  'equal',
  'notEqual',
  'deepEqual',
  'notDeepEqual',
  'deepStrictEqual',
  'notDeepStrictEqual',
  'strictEqual',
  'notStrictEqual',
  'partialDeepStrictEqual',
  'match',
  'doesNotMatch',
  'throws',
  'rejects',
  'doesNotThrow',
  'doesNotReject',
  'ifError',
] as const;

/** What the strict variant calls by the short names. */
const strictNames = {
  equal: 'strictEqual',
  deepEqual: 'deepStrictEqual',
  notEqual: 'notStrictEqual',
  notDeepEqual: 'notDeepStrictEqual',
} as const;

export function createAssert(options: AssertOptions) {
  const methods: Record<string, Method> = { ...createComparisons(), ...createOthers(options) };
  const okFor = (name: string): CallableFunction => createOk(name, options);

  function Assert(this: Record<PropertyKey, unknown>, given?: AssertClassOptions): void {
    if (!new.target) {
      const message = 'Class constructor Assert cannot be invoked without `new`';
      throw nodeError('ERR_CONSTRUCT_CALL_REQUIRED', message, TypeError);
    }
    const settings = { strict: true, skipPrototype: false, ...given };
    if (settings.diff !== undefined) {
      validateOneOf(settings.diff, 'options.diff', ['simple', 'full']);
    }
    this.AssertionError = AssertionError;
    Object.defineProperty(this, classOptions, { value: settings });
    if (!settings.strict) return;
    for (const [short, full] of Object.entries(strictNames)) this[short] = this[full];
  }
  Object.assign(Assert.prototype as object, methods, { ok: okFor('ok') });

  const own = Object.fromEntries(names.map((name) => [name, methods[name]]));
  const assert = okFor('ok') as CallableFunction & Record<string, unknown>;
  const strict = okFor('strict') as CallableFunction & Record<string, unknown>;
  Object.assign(assert, { AssertionError, ok: assert, ...own, strict, Assert });
  const short = Object.entries(strictNames).map(([name, full]) => [name, methods[full]]);
  Object.assign(strict, assert, Object.fromEntries(short), { Assert, strict });
  return { assert, strict };
}

function createOk(name: string, { readLine }: AssertOptions): CallableFunction {
  const functions: Record<string, (...args: unknown[]) => void> = {
    [name](...args: unknown[]): void {
      const [value, given] = args;
      if (value) return;
      if (args.length > 0 && isError(given)) throw given;
      const isGenerated = given === undefined || given === null;
      const error = new AssertionError({
        actual: value,
        expected: true,
        message: isGenerated ? falsyMessage(args.length, functions[name], readLine) : given,
        operator: '==',
        stackStartFn: functions[name],
      });
      error.generatedMessage = isGenerated;
      throw error;
    },
  };
  return functions[name] as CallableFunction;
}

function falsyMessage(
  count: number,
  below: CallableFunction | undefined,
  readLine: AssertOptions['readLine'],
): string | undefined {
  if (count === 0) return 'No value argument passed to `assert.ok()`';
  const trace = new Error();
  (
    Error as { captureStackTrace?: (error: Error, below?: CallableFunction) => void }
  ).captureStackTrace?.(trace, below);
  const source = sourceExpression(trace.stack, readLine);
  return source && `The expression evaluated to a falsy value:\n\n  ${source}\n`;
}

/** Throws the message itself if it is an error, else an `AssertionError`. */
function fail(
  self: Self,
  method: CallableFunction,
  details: { actual: unknown; expected: unknown; message: unknown; operator: string },
): never {
  if (details.message instanceof Error) throw details.message;
  throw new AssertionError({
    ...details,
    stackStartFn: method,
    diff: self?.[classOptions]?.diff,
  });
}

function createComparisons(): Record<string, Method> {
  const bothNaN = (a: unknown, b: unknown): boolean => Number.isNaN(a) && Number.isNaN(b);
  // biome-ignore lint/suspicious/noDoubleEquals: the loose assertions are this operator
  const loosely = (a: unknown, b: unknown): boolean => a == b || bothNaN(a, b);
  const deeply = (a: unknown, b: unknown, self: Self): boolean =>
    isDeepStrictEqual(a, b, self?.[classOptions]?.skipPrototype);
  type Comparison = (actual: unknown, expected: unknown, self: Self) => boolean;
  const not =
    (comparison: Comparison): Comparison =>
    (...args) =>
      !comparison(...args);
  const compare = (name: string, holds: Comparison, operator = name): Record<string, Method> => {
    const methods: Record<string, Method> = {
      [name](this: Self, ...args: unknown[]): void {
        const [actual, expected, message] = args;
        if (args.length < 2) {
          const text = 'The "actual" and "expected" arguments must be specified';
          throw nodeError('ERR_MISSING_ARGS', text, TypeError);
        }
        if (holds(actual, expected, this)) return;
        fail(this, methods[name] as Method, { actual, expected, message, operator });
      },
    };
    return methods;
  };
  return {
    ...compare('equal', loosely, '=='),
    ...compare('notEqual', not(loosely), '!='),
    ...compare('deepEqual', isDeepEqual),
    ...compare('notDeepEqual', not(isDeepEqual)),
    ...compare('deepStrictEqual', deeply),
    ...compare('notDeepStrictEqual', not(deeply)),
    ...compare('strictEqual', Object.is),
    ...compare('notStrictEqual', not(Object.is)),
    ...compare('partialDeepStrictEqual', isPartialDeepStrictEqual),
  };
}

function createOthers({ warn }: AssertOptions) {
  let hasWarned = false;
  const warnOnce = (): void => {
    if (!hasWarned) {
      warn(
        'assert.fail() with more than one argument is deprecated. Please use assert.strictEqual() instead or only pass a message.',
        'DeprecationWarning',
        'DEP0094',
      );
    }
    hasWarned = true;
  };
  const diffOf = (self: Self) => self?.[classOptions]?.diff;
  const verdict = (self: Self, method: CallableFunction): Verdict =>
    new Verdict(method, diffOf(self));

  const methods = {
    fail(this: Self, ...args: unknown[]): never {
      const [actual, expected] = args;
      const isBare = args.length <= 1 && (actual === undefined || actual === null);
      if (args.length > 1) warnOnce();
      const message = isBare ? 'Failed' : args.length === 1 ? actual : args[2];
      if (message instanceof Error) throw message;
      const error = new AssertionError({
        actual: args.length > 1 ? actual : undefined,
        expected,
        message,
        operator: (args[3] as string | undefined) ?? (args.length === 2 ? '!=' : 'fail'),
        stackStartFn: (args[4] as CallableFunction | undefined) ?? methods.fail,
        diff: diffOf(this),
      });
      if (isBare) error.generatedMessage = true;
      throw error;
    },
    throws(this: Self, fn: unknown, ...args: unknown[]): void {
      verdict(this, methods.throws).expectError(thrownBy(fn), 'exception', args);
    },
    async rejects(this: Self, promise: unknown, ...args: unknown[]): Promise<void> {
      const reason = await waitForRejection(promise);
      verdict(this, methods.rejects).expectError(reason, 'rejection', args);
    },
    doesNotThrow(this: Self, fn: unknown, ...args: unknown[]): void {
      verdict(this, methods.doesNotThrow).expectNoError(thrownBy(fn), 'exception', args);
    },
    async doesNotReject(this: Self, promise: unknown, ...args: unknown[]): Promise<void> {
      const reason = await waitForRejection(promise);
      if (reason === NOTHING_THROWN) return;
      verdict(this, methods.doesNotReject).expectNoError(reason, 'rejection', args);
    },
    ifError(this: Self, value: unknown): void {
      if (value === null || value === undefined) return;
      const error = new AssertionError({
        actual: value,
        expected: null,
        operator: 'ifError',
        message: `ifError got unwanted exception: ${unwanted(value)}`,
        stackStartFn: methods.ifError,
        diff: diffOf(this),
      });
      joinStacks(error, value);
      throw error;
    },
    match(this: Self, text: unknown, pattern: unknown, message?: unknown): void {
      const opening = 'The input did not match the regular expression';
      matchText(this, methods.match, text, pattern, message, true, opening);
    },
    doesNotMatch(this: Self, text: unknown, pattern: unknown, message?: unknown): void {
      const opening = 'The input was expected to not match the regular expression';
      matchText(this, methods.doesNotMatch, text, pattern, message, false, opening);
    },
  };
  return methods;
}

function matchText(
  self: Self,
  method: CallableFunction,
  text: unknown,
  pattern: unknown,
  message: unknown,
  wanted: boolean,
  opening: string,
): void {
  if (!isRegExp(pattern)) throw invalidArgType('regexp', 'RegExp', pattern);
  if (typeof text === 'string' && (pattern.exec(text) !== null) === wanted) return;
  const generated =
    typeof text === 'string'
      ? `${opening} ${inspect(pattern)}. Input:\n\n${inspect(text)}\n`
      : `The "string" argument must be of type string. Received type ${typeof text} (${inspect(text)})`;
  const operator = method.name;
  if (message) fail(self, method, { actual: text, expected: pattern, message, operator });
  const error = new AssertionError({
    actual: text,
    expected: pattern,
    message: generated,
    operator,
    stackStartFn: method,
    diff: self?.[classOptions]?.diff,
  });
  error.generatedMessage = true;
  throw error;
}

function unwanted(value: unknown): string {
  const { message, constructor: kind } = Object(value) as {
    message?: unknown;
    constructor?: unknown;
  };
  if (typeof value !== 'object' || typeof message !== 'string') return inspect(value);
  return message === '' && typeof kind === 'function' ? kind.name : message;
}

/** Shows the frames of the unwanted error below those of the assertion. */
function joinStacks(error: Error, value: unknown): void {
  const { stack } = Object(value) as { stack?: unknown };
  const start = typeof stack === 'string' ? stack.indexOf('\n    at') : -1;
  if (typeof stack !== 'string' || start < 0) return;
  const frames = stack.slice(start + 1).split('\n');
  const own = (error.stack ?? '').split('\n');
  const shared = frames.map((frame) => own.indexOf(frame)).find((index) => index >= 0);
  error.stack = [...own.slice(0, shared ?? own.length), ...frames].join('\n');
}
