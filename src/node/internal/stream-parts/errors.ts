/** Stands for `readable-stream`'s own errors: the engine's, which print and carry codes as Node's do. */
import {
  AbortError,
  describeReceived,
  invalidArgType,
  invalidArgValue,
  nodeError,
  outOfRange,
} from '../errors.ts';
import { inspect } from '../inspect.ts';

export { AbortError };

type Make = (...args: never[]) => Error;

/** `readable-stream` writes both `new ERR_X()` and `ERR_X()`. */
function constructorOf(make: Make): CallableFunction {
  function CodedError(...args: never[]): Error {
    return make(...args);
  }
  return CodedError;
}

const plain = (code: string, message: string) => () => nodeError(code, message);
const about = (code: string, words: (what: string) => string) => (what: string) =>
  nodeError(code, words(what));

/** What Node names since it takes every view. */
const chunkTypes = ['string', 'Buffer', 'TypedArray', 'DataView'];

/** Text stands in the message as it is, all else as it would be printed. */
export function unknownEncoding(given: unknown): Error {
  const shown = typeof given === 'string' ? given : inspect(given);
  return nodeError('ERR_UNKNOWN_ENCODING', `Unknown encoding: ${shown}`, TypeError);
}

const makers: Record<string, Make> = {
  ERR_ILLEGAL_CONSTRUCTOR: () =>
    nodeError('ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor', TypeError),
  ERR_INVALID_ARG_TYPE: (name: string, expected: string | string[], actual: unknown) =>
    invalidArgType(name, name === 'chunk' ? chunkTypes : expected, actual),
  ERR_INVALID_ARG_VALUE: invalidArgValue as Make,
  ERR_INVALID_RETURN_VALUE: (input: string, name: string, value: unknown) =>
    nodeError(
      'ERR_INVALID_RETURN_VALUE',
      `Expected ${input} to be returned from the "${name}" function but got ${describeReceived(value).replace(' Received ', '')}.`,
      TypeError,
    ),
  ERR_METHOD_NOT_IMPLEMENTED: about(
    'ERR_METHOD_NOT_IMPLEMENTED',
    (what) => `The ${what} method is not implemented`,
  ),
  ERR_MISSING_ARGS: (name: string) =>
    nodeError('ERR_MISSING_ARGS', `The "${name}" argument must be specified`, TypeError),
  ERR_MULTIPLE_CALLBACK: plain('ERR_MULTIPLE_CALLBACK', 'Callback called multiple times'),
  ERR_OUT_OF_RANGE: outOfRange,
  ERR_STREAM_ALREADY_FINISHED: about(
    'ERR_STREAM_ALREADY_FINISHED',
    (what) => `Cannot call ${what} after a stream was finished`,
  ),
  ERR_STREAM_CANNOT_PIPE: plain('ERR_STREAM_CANNOT_PIPE', 'Cannot pipe, not readable'),
  ERR_STREAM_DESTROYED: about(
    'ERR_STREAM_DESTROYED',
    (what) => `Cannot call ${what} after a stream was destroyed`,
  ),
  ERR_STREAM_NULL_VALUES: () =>
    nodeError('ERR_STREAM_NULL_VALUES', 'May not write null values to stream', TypeError),
  ERR_STREAM_PREMATURE_CLOSE: plain('ERR_STREAM_PREMATURE_CLOSE', 'Premature close'),
  ERR_STREAM_PUSH_AFTER_EOF: plain('ERR_STREAM_PUSH_AFTER_EOF', 'stream.push() after EOF'),
  ERR_STREAM_UNSHIFT_AFTER_END_EVENT: plain(
    'ERR_STREAM_UNSHIFT_AFTER_END_EVENT',
    'stream.unshift() after end event',
  ),
  ERR_STREAM_WRITE_AFTER_END: plain('ERR_STREAM_WRITE_AFTER_END', 'write after end'),
  ERR_UNKNOWN_ENCODING: unknownEncoding,
  ERR_UNKNOWN_SIGNAL: (name: string) =>
    nodeError('ERR_UNKNOWN_SIGNAL', `Unknown signal: ${name}`, TypeError),
};

export const codes = Object.fromEntries(
  Object.entries(makers).map(([code, make]) => [code, constructorOf(make)]),
);

export function hideStackFrames<F extends CallableFunction>(action: F): F {
  return action;
}

type Coded = Error & { code?: string; errors?: Error[] };

export function aggregateTwoErrors(
  inner?: Coded | null,
  outer?: Coded | null,
): Error | null | undefined {
  if (!inner || !outer || inner === outer) return inner ?? outer;
  if (Array.isArray(outer.errors)) {
    outer.errors.push(inner);
    return outer;
  }
  const both = new AggregateError([outer, inner], outer.message);
  return Object.assign(both, { code: outer.code });
}
