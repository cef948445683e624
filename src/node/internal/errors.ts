/**
 * Errors with Node's codes and words (Node's `lib/internal/errors.js` is the source followed for
 * both). A code is permanent: programs branch on it.
 */

import { inspect } from './inspect.ts';

type Constructor = new (message: string) => Error;

/** Marks `error` with a code, and shows the code in its name as Node's stack traces do. */
function coded<T extends Error>(
  error: T,
  code: string,
  hide: CallableFunction,
): T & { code: string } {
  const name = error.name;
  Object.defineProperty(error, 'name', {
    value: `${name} [${code}]`,
    configurable: true,
    writable: true,
  });
  (Error as { captureStackTrace?: (e: Error, f: CallableFunction) => void }).captureStackTrace?.(
    error,
    hide,
  );
  // The stack is made from the name as it is now; afterwards `error.name` reads as usual.
  void error.stack;
  Reflect.deleteProperty(error, 'name');
  Object.defineProperty(error, 'code', {
    value: code,
    enumerable: true,
    configurable: true,
    writable: true,
  });
  Object.defineProperty(error, 'toString', {
    value: () => `${name} [${code}]: ${error.message}`,
    enumerable: false,
    configurable: true,
    writable: true,
  });
  return error as T & { code: string };
}

export function nodeError(
  code: string,
  message: string,
  Base: Constructor = Error,
): Error & { code: string } {
  return coded(new Base(message), code, nodeError);
}

const primitiveTypes = new Set([
  'string',
  'function',
  'number',
  'object',
  'Function',
  'Object',
  'boolean',
  'bigint',
  'symbol',
]);

/**
 * @param name of the argument or property (`options.signal`)
 * @param expected types (`string`), classes (`AbortSignal`) or a description
 */
export function invalidArgType(
  name: string,
  expected: string | readonly string[],
  actual: unknown,
): TypeError & { code: string } {
  const what = name.endsWith(' argument')
    ? name
    : `"${name}" ${name.includes('.') ? 'property' : 'argument'}`;
  const list = typeof expected === 'string' ? [expected] : expected;
  const message = `The ${what} must be ${describeExpected(list)}.${describeReceived(actual)}`;
  return nodeError('ERR_INVALID_ARG_TYPE', message, TypeError) as TypeError & { code: string };
}

function describeExpected(expected: readonly string[]): string {
  let types = expected.filter((type) => primitiveTypes.has(type)).map((t) => t.toLowerCase());
  const classes = expected.filter((type) => !primitiveTypes.has(type) && isClassName(type));
  const others = expected.filter((type) => !primitiveTypes.has(type) && !isClassName(type));
  if (classes.length > 0 && types.includes('object')) {
    types = types.filter((type) => type !== 'object');
    classes.push('Object');
  }
  const parts: string[] = [];
  if (types.length > 0)
    parts.push(`${types.length > 1 ? 'one of type' : 'of type'} ${join(types)}`);
  if (classes.length > 0) parts.push(`an instance of ${join(classes)}`);
  const [first = ''] = others;
  if (others.length > 1) parts.push(`one of ${join(others)}`);
  else if (first !== '') parts.push(first.toLowerCase() === first ? first : `an ${first}`);
  return parts.join(' or ');
}

function isClassName(type: string): boolean {
  return /^[A-Z][a-zA-Z0-9]*$/.test(type);
}

function join(words: readonly string[]): string {
  if (words.length <= 2) return words.join(' or ');
  return `${words.slice(0, -1).join(', ')}, or ${words.at(-1)}`;
}

/** ` Received type number (5)`, as Node ends the message of a wrong type. */
export function describeReceived(value: unknown): string {
  if (value === null || value === undefined) return ` Received ${String(value)}`;
  if (typeof value === 'function') return ` Received function ${value.name}`;
  if (typeof value === 'object') {
    const name = (value as { constructor?: { name?: string } }).constructor?.name;
    return name ? ` Received an instance of ${name}` : ' Received [Object: null prototype] {}';
  }
  let shown = typeof value === 'string' ? quote(value) : String(value);
  if (typeof value === 'bigint') shown += 'n';
  if (shown.length > 28) shown = `${shown.slice(0, 25)}...`;
  return ` Received type ${typeof value} (${shown})`;
}

function quote(text: string): string {
  return text.includes("'") ? JSON.stringify(text) : `'${text}'`;
}

export function invalidArgValue(
  name: string,
  value: unknown,
  reason = 'is invalid',
): TypeError & { code: string } {
  const full = inspect(value);
  const shown = full.length > 128 ? `${full.slice(0, 128)}...` : full;
  const kind = name.includes('.') ? 'property' : 'argument';
  return nodeError(
    'ERR_INVALID_ARG_VALUE',
    `The ${kind} '${name}' ${reason}. Received ${shown}`,
    TypeError,
  ) as TypeError & { code: string };
}

/** @param range what is allowed, in words: `>= 0 && <= 255` */
export function outOfRange(name: string, range: string, received: unknown): RangeError {
  const isWide =
    (Number.isInteger(received) || typeof received === 'bigint') &&
    ((received as number) > 2 ** 32 || (received as number) < -(2 ** 32));
  const text = typeof received === 'bigint' ? String(received) : inspect(received);
  const digits = isWide ? String(received).replace(/\B(?=(\d{3})+$)/g, '_') : text;
  const shown = typeof received === 'bigint' ? `${digits}n` : digits;
  return nodeError(
    'ERR_OUT_OF_RANGE',
    `The value of "${name}" is out of range. It must be ${range}. Received ${shown}`,
    RangeError,
  ) as RangeError;
}

/**
 * The embedded engine declines `what`. The playground offers another engine when it meets this code.
 * @param why in a sentence part: `a browser worker has no sockets`
 */
export function notImplemented(what: string, why: string): Error & { code: string } {
  return nodeError(
    'ERR_METHOD_NOT_IMPLEMENTED',
    `The ${what} method is not implemented in the embedded engine: ${why}.`,
  );
}

/** A warning-free replacement for `lib/internal/errors` `AbortError`. */
export class AbortError extends Error {
  readonly code = 'ABORT_ERR';
  override readonly name = 'AbortError';
  constructor(message = 'The operation was aborted', options?: ErrorOptions) {
    super(message, options);
  }
}
