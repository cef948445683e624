/** How `assert.throws` and `assert.rejects` judge what was thrown against what was expected. */

import { AssertionError, type AssertionErrorOptions } from './assertion-error.ts';
import { isDeepStrictEqual } from './deep-equal.ts';
import { describeReceived, invalidArgType, invalidArgValue, nodeError } from './errors.ts';
import { inspect } from './inspect.ts';
import { isError, isPromise, isRegExp } from './types.ts';
import { validateFunction } from './validators.ts';

type Keyed = Record<PropertyKey, unknown>;

/** Stands for "it did not throw": anything else may be thrown, `undefined` too. */
export const NOTHING_THROWN: unique symbol = Symbol('nothing thrown');

export function thrownBy(fn: unknown): unknown {
  validateFunction(fn, 'fn');
  try {
    fn();
  } catch (error) {
    return error;
  }
  return NOTHING_THROWN;
}

/** @param given a promise, or a function that returns one */
export async function waitForRejection(given: unknown): Promise<unknown> {
  let promise = given;
  if (typeof given === 'function') {
    promise = (given as () => unknown)();
    if (!isPromiseLike(promise)) {
      const got = describeReceived(promise).replace(/^ Received /, '');
      const message = `Expected instance of Promise to be returned from the "promiseFn" function but got ${got}.`;
      throw nodeError('ERR_INVALID_RETURN_VALUE', message, TypeError);
    }
  } else if (!isPromiseLike(given)) {
    throw invalidArgType('promiseFn', ['Function', 'Promise'], given);
  }
  try {
    await promise;
  } catch (error) {
    return error;
  }
  return NOTHING_THROWN;
}

function isPromiseLike(value: unknown): boolean {
  if (isPromise(value)) return true;
  if (value === null || typeof value !== 'object') return false;
  const { then, catch: handler } = value as { then?: unknown; catch?: unknown };
  return typeof then === 'function' && typeof handler === 'function';
}

/** Judges for one assertion method, whose name and frame the errors take. */
export class Verdict {
  readonly #method: CallableFunction;
  readonly #diff: AssertionErrorOptions['diff'];

  constructor(method: CallableFunction, diff: AssertionErrorOptions['diff']) {
    this.#method = method;
    this.#diff = diff;
  }

  /** @param args the expectation and the message; either may be left out */
  expectError(actual: unknown, kind: 'exception' | 'rejection', args: readonly unknown[]): void {
    let [expected, message] = args;
    if (typeof expected === 'string') {
      if (args.length > 1) throw wrongExpectation(expected);
      rejectAmbiguity(actual, expected);
      [expected, message] = [undefined, expected];
    } else if (!isNothing(expected) && !isReference(expected)) {
      throw wrongExpectation(expected);
    }
    if (actual === NOTHING_THROWN) {
      const { name } = Object(expected ?? {}) as { name?: string };
      const details = `${name ? ` (${name})` : ''}${message ? `: ${String(message)}` : '.'}`;
      this.#failWith(undefined, expected, message, `Missing expected ${kind}${details}`);
    }
    if (expected) this.#judge(actual, expected, message);
  }

  expectNoError(actual: unknown, kind: 'exception' | 'rejection', args: readonly unknown[]): void {
    if (actual === NOTHING_THROWN) return;
    const [first, second] = args;
    const [expected, message] = typeof first === 'string' ? [undefined, first] : [first, second];
    if (expected && !matches(actual, expected)) throw actual;
    const { message: text } = Object(actual ?? {}) as { message?: unknown };
    const details = message ? `: ${String(message)}` : '.';
    const words = `Got unwanted ${kind}${details}\nActual message: "${String(text)}"`;
    this.#failWith(actual, expected, undefined, words);
  }

  #judge(actual: unknown, expected: unknown, message: unknown): void {
    if (typeof expected === 'function') return this.#judgeByFunction(actual, expected, message);
    if (isRegExp(expected)) {
      const text = String(actual);
      if (expected.exec(text) !== null) return;
      const opening = 'The input did not match the regular expression';
      this.#fail(
        actual,
        expected,
        message,
        `${opening} ${inspect(expected)}. Input:\n\n${inspect(text)}\n`,
      );
    }
    if (actual === null || typeof actual !== 'object') {
      const error = this.#error({ actual, expected, message, operator: 'deepStrictEqual' });
      error.operator = this.#method.name;
      throw error;
    }
    this.#judgeByProperties(actual as Keyed, expected as Keyed, message);
  }

  #judgeByFunction(actual: unknown, expected: CallableFunction, message: unknown): void {
    if (expected.prototype !== undefined && isInstance(actual, expected)) return;
    if (Object.prototype.isPrototypeOf.call(Error, expected)) {
      this.#fail(actual, expected, message, describeWrongClass(actual, expected));
    }
    const result: unknown = Reflect.apply(expected as (value: unknown) => unknown, {}, [actual]);
    if (result === true) return;
    const name = expected.name ? `"${expected.name}" ` : '';
    const caught = isError(actual) ? `\n\nCaught error:\n\n${String(actual)}` : '';
    const words = `The ${name}validation function is expected to return "true". Received ${inspect(result)}${caught}`;
    this.#fail(actual, expected, message, words);
  }

  #judgeByProperties(actual: Keyed, expected: Keyed, message: unknown): void {
    const keys = Object.keys(expected);
    if (expected instanceof Error) keys.push('name', 'message');
    else if (keys.length === 0) {
      throw invalidArgValue('error', expected, 'may not be an empty object');
    }
    for (const key of keys) {
      if (matchesPattern(actual[key], expected[key])) continue;
      if (key in actual && isDeepStrictEqual(actual[key], expected[key])) continue;
      if (message) this.#failWith(actual, expected, message, '');
      const error = this.#error({
        actual: new Comparison(actual, keys),
        expected: new Comparison(expected, keys, actual),
        operator: 'deepStrictEqual',
      });
      Object.assign(error, { actual, expected, operator: this.#method.name });
      throw error;
    }
  }

  #fail(actual: unknown, expected: unknown, message: unknown, generated: string): never {
    const error = this.#error({
      actual,
      expected,
      message: message || generated,
      operator: this.#method.name,
    });
    error.generatedMessage = !message;
    throw error;
  }

  /** A message that is an error is thrown itself. */
  #failWith(actual: unknown, expected: unknown, message: unknown, words: string): never {
    const isMissing = words !== '';
    if (!isMissing && message instanceof Error) throw message;
    const operator = this.#method.name;
    throw this.#error({ actual, expected, message: isMissing ? words : message, operator });
  }

  #error(options: AssertionErrorOptions): AssertionError {
    return new AssertionError({ ...options, stackStartFn: this.#method, diff: this.#diff });
  }
}

/** Named so that the difference shows both sides alike. */
class Comparison {
  [key: string]: unknown;

  constructor(source: Keyed, keys: readonly string[], actual?: Keyed) {
    for (const key of keys) {
      if (!(key in source)) continue;
      this[key] = matchesPattern(actual?.[key], source[key]) ? actual?.[key] : source[key];
    }
  }
}

function matchesPattern(value: unknown, pattern: unknown): boolean {
  return typeof value === 'string' && isRegExp(pattern) && pattern.exec(value) !== null;
}

function matches(actual: unknown, expected: unknown): boolean {
  if (isRegExp(expected)) return expected.exec(String(actual)) !== null;
  if (typeof expected !== 'function') {
    throw invalidArgType('expected', ['Function', 'RegExp'], expected);
  }
  if (expected.prototype !== undefined && isInstance(actual, expected)) return true;
  if (Object.prototype.isPrototypeOf.call(Error, expected)) return false;
  return Reflect.apply(expected as (value: unknown) => unknown, {}, [actual]) === true;
}

function isInstance(value: unknown, type: CallableFunction): boolean {
  return value instanceof (type as unknown as new () => unknown);
}

function describeWrongClass(actual: unknown, expected: CallableFunction): string {
  const opening = `The error is expected to be an instance of "${expected.name}". Received `;
  if (!isError(actual)) return `${opening}"${inspect(actual, { depth: -1 })}"`;
  const name = actual.constructor?.name || actual.name;
  const what =
    expected.name === name
      ? 'an error with identical name but a different prototype.'
      : `"${name}"`;
  return `${opening}${what}${actual.message ? `\n\nError message:\n\n${actual.message}` : ''}`;
}

function wrongExpectation(value: unknown): Error {
  return invalidArgType('error', ['Object', 'Error', 'Function', 'RegExp'], value);
}

/** A text that equals the error's message was probably meant as an expectation. */
function rejectAmbiguity(actual: unknown, text: string): void {
  const isSame =
    actual !== null && typeof actual === 'object'
      ? (actual as { message?: unknown }).message === text
      : actual === text;
  if (!isSame) return;
  const what = typeof actual === 'object' ? 'error message' : 'error';
  const words = `The "error/message" argument is ambiguous. The ${what} "${text}" is identical to the message.`;
  throw nodeError('ERR_AMBIGUOUS_ARGUMENT', words, TypeError);
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null;
}

function isReference(value: unknown): boolean {
  return typeof value === 'object' || typeof value === 'function';
}
