/** `node:util`. Printing is Node's own code, by `node-inspect-extracted`. */
import {
  format,
  formatWithOptions,
  inspect,
  stripVTControlCharacters,
} from 'node-inspect-extracted';
import { invalidArgType, nodeError } from './internal/errors.ts';
import { validateFunction } from './internal/validators.ts';

type AnyFunction = (this: unknown, ...args: never[]) => unknown;

const customPromisify = Symbol.for('nodejs.util.promisify.custom');

/** Turns a function that ends with a `(error, value)` callback into one that returns a promise. */
export function promisify(original: AnyFunction): AnyFunction {
  validateFunction(original, 'original');
  const custom: unknown = Reflect.get(original, customPromisify);
  if (custom !== undefined) {
    if (typeof custom === 'function') return custom as AnyFunction;
    throw invalidArgType('util.promisify.custom', 'Function', custom);
  }
  const promisified = function (this: unknown, ...args: never[]) {
    return new Promise((resolve, reject) => {
      const settle = (error: unknown, value: unknown): void => {
        if (error) reject(error);
        else resolve(value);
      };
      Reflect.apply(original, this, [...args, settle as never]);
    });
  };
  Object.setPrototypeOf(promisified, Object.getPrototypeOf(original) as object);
  return Object.defineProperties(promisified, Object.getOwnPropertyDescriptors(original));
}
Object.defineProperty(promisify, 'custom', { value: customPromisify });

/** Makes `child` inherit from `superConstructor`, as classes do. */
export function inherits(child: AnyFunction, superConstructor: AnyFunction): void {
  validateFunction(child, 'ctor');
  validateFunction(superConstructor, 'superCtor');
  if (superConstructor.prototype === undefined) {
    throw invalidArgType('superCtor.prototype', 'Object', superConstructor.prototype);
  }
  Object.defineProperty(child, 'super_', {
    value: superConstructor,
    writable: true,
    configurable: true,
  });
  Object.setPrototypeOf(child.prototype as object, superConstructor.prototype as object);
}

/** Calls `fn` with a warning on first use. */
export function deprecate<F extends AnyFunction>(fn: F, message: string, code?: string): F {
  let isWarned = false;
  return function (this: unknown, ...args: never[]) {
    if (!isWarned) {
      isWarned = true;
      const { process } = globalThis as unknown as {
        process: { emitWarning(message: string, type: string, code?: string): void };
      };
      process.emitWarning(message, 'DeprecationWarning', code);
    }
    return Reflect.apply(fn, this, args);
  } as F;
}

export function callbackify(original: (...args: never[]) => Promise<unknown>) {
  validateFunction(original, 'original');
  return function (this: unknown, ...args: unknown[]): void {
    const callback = args.pop();
    if (typeof callback !== 'function') throw invalidArgType('last argument', 'function', callback);
    const call = callback as (error: unknown, value?: unknown) => void;
    Reflect.apply(original, this, args as never[]).then(
      (value) => queueMicrotask(() => call(null, value)),
      (reason: unknown) => queueMicrotask(() => call(reason ?? falsyRejection(reason))),
    );
  };
}

function falsyRejection(reason: unknown): Error {
  const error = nodeError('ERR_FALSY_VALUE_REJECTION', 'Promise was rejected with falsy value');
  return Object.assign(error, { reason });
}

export function createUtil() {
  return {
    callbackify,
    deprecate,
    format,
    formatWithOptions,
    inherits,
    inspect,
    isArray: Array.isArray,
    promisify,
    stripVTControlCharacters,
    toUSVString: (text: unknown): string => String(text).toWellFormed(),
    TextDecoder,
    TextEncoder,
  };
}
