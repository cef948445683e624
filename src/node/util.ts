/** `node:util`. Printing is Node's own code, by `node-inspect-extracted`. */
import { isSignal, signalNumbers } from '../kernel/signals.ts';
import { getCallSites } from './internal/call-sites.ts';
import { isDeepStrictEqual } from './internal/deep-equal.ts';
import { invalidArgType, invalidArgValue, nodeError } from './internal/errors.ts';
import { type ParseArgsConfig, parseArgs } from './internal/parse-args.ts';
import { parseEnvText } from './internal/parse-env.ts';
import { part } from './internal/parts.ts';
import {
  type ColorStream,
  type StyleTextOptions,
  shouldColorize,
  styleText,
} from './internal/style-text.ts';
import {
  getSystemErrorMap,
  getSystemErrorMessage,
  getSystemErrorName,
} from './internal/system-errors.ts';
import { createTypes } from './internal/types.ts';
import { validateAbortSignal, validateFunction, validateString } from './internal/validators.ts';
import type { Warn } from './internal/warnings.ts';

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
  // Any object will do, as in Node: what is looked at is its prototype.
  if (child === undefined || child === null) throw invalidArgType('ctor', 'Function', child);
  if (superConstructor === undefined || superConstructor === null) {
    throw invalidArgType('superCtor', 'Function', superConstructor);
  }
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

type NextTick = (
  call: (error: unknown, value?: unknown) => void,
  error: unknown,
  value?: unknown,
) => void;

/** The callback is called in a tick, where what it throws is no rejection. */
export function callbackify(original: (...args: never[]) => Promise<unknown>) {
  validateFunction(original, 'original');
  function callbackified(this: unknown, ...args: unknown[]): void {
    const callback = args.pop();
    if (typeof callback !== 'function') throw invalidArgType('last argument', 'function', callback);
    const call = callback.bind(this) as (error: unknown, value?: unknown) => void;
    const { process } = globalThis as unknown as { process: { nextTick: NextTick } };
    Reflect.apply(original, this, args as never[]).then(
      (value) => process.nextTick(call, null, value),
      (reason: unknown) => process.nextTick(call, reason || falsyRejection(reason)),
    );
  }
  const { length, name }: { length: unknown; name: unknown } = original;
  // It takes the callback besides; what a program has made of the two properties stays as it is.
  if (typeof length === 'number') redefine(callbackified, 'length', length + 1);
  if (typeof name === 'string') redefine(callbackified, 'name', `${name}Callbackified`);
  return callbackified;
}

function redefine(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, configurable: true });
}

function falsyRejection(reason: unknown): Error {
  const error = nodeError('ERR_FALSY_VALUE_REJECTION', 'Promise was rejected with falsy value');
  return Object.assign(error, { reason });
}

export interface UtilOptions {
  pid: number;
  env: () => Record<string, string>;
  /** The arguments of the program. */
  mainArgs: () => readonly string[];
  warn: Warn;
  stdout: ColorStream;
  stderr: ColorStream & { write(text: string): unknown };
}

export function createUtil(options: UtilOptions) {
  const debuglog = createDebuglog(options);
  const { format, formatWithOptions, inspect, stripVTControlCharacters } = part('inspect');
  return {
    _extend: (target: object, source: unknown): object =>
      source !== null && typeof source === 'object' ? Object.assign(target, source) : target,
    aborted,
    callbackify,
    convertProcessSignalToExitCode,
    debug: debuglog,
    debuglog,
    deprecate: createDeprecate(options.warn),
    format,
    formatWithOptions,
    getCallSites,
    getSystemErrorMap,
    getSystemErrorMessage,
    getSystemErrorName,
    inherits,
    inspect,
    isArray: Array.isArray,
    isDeepStrictEqual,
    parseArgs: (config: ParseArgsConfig = {}) => parseArgs(config, options.mainArgs),
    parseEnv(content: unknown): Record<string, string> {
      validateString(content, 'content');
      return parseEnvText(content);
    },
    promisify,
    stripVTControlCharacters,
    styleText: (format: unknown, text: unknown, given?: StyleTextOptions): string =>
      styleText(format, text, given, options.stdout, options.env()),
    toUSVString: (text: unknown): string => String(text).toWellFormed(),
    types: createTypes(),
    TextDecoder,
    TextEncoder,
  };
}

/** Resolves when `signal` is aborted. Keeps neither the signal nor the thread alive. */
async function aborted(signal: AbortSignal, resource: object): Promise<void> {
  if (signal === undefined) throw invalidArgType('signal', 'AbortSignal', signal);
  validateAbortSignal(signal, 'signal');
  if (resource === null || (typeof resource !== 'object' && typeof resource !== 'function')) {
    throw invalidArgType('resource', 'Object', resource);
  }
  if (signal.aborted) return;
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
}

/** What a shell reports for a process that `signal` ended. */
function convertProcessSignalToExitCode(signal: unknown): number {
  if (typeof signal !== 'string' || !isSignal(signal)) {
    throw invalidArgValue('signalCode', signal, `must be one of: ${signalNames()}`);
  }
  return 128 + signalNumbers[signal];
}

function signalNames(): string {
  return Object.keys(signalNumbers)
    .map((name) => `'${name}'`)
    .join(', ');
}

/** Calls a function with a warning on first use; a code warns once for all its functions. */
function createDeprecate(warn: Warn) {
  const warned = new Set<string>();
  return <F extends AnyFunction>(fn: F, message: string, code?: string): F => {
    validateFunction(fn, 'fn');
    if (code !== undefined) validateString(code, 'code');
    let isWarned = false;
    const deprecated = function (this: unknown, ...args: never[]): unknown {
      if (!isWarned) {
        isWarned = true;
        if (code === undefined) warn(message, 'DeprecationWarning');
        else if (!warned.has(code)) warn(message, 'DeprecationWarning', code);
        if (code !== undefined) warned.add(code);
      }
      return new.target ? Reflect.construct(fn, args, new.target) : Reflect.apply(fn, this, args);
    };
    Object.setPrototypeOf(deprecated, fn);
    if (fn.prototype) deprecated.prototype = fn.prototype;
    return deprecated as unknown as F;
  };
}

/** `NODE_DEBUG=name,other*` turns logs on. */
function createDebuglog({ env, pid, stderr }: UtilOptions) {
  const isEnabled = (set: string): boolean => {
    const names = (env().NODE_DEBUG ?? '').split(',').filter(Boolean);
    return names.some((name) => {
      const pattern = name.replace(/[|\\{}()[\]^$+?.]/g, '\\$&').replaceAll('*', '.*');
      return new RegExp(`^${pattern}$`, 'i').test(set);
    });
  };
  return (set: string, callback?: (log: unknown) => void) => {
    const section = set.toUpperCase();
    let enabled: boolean | undefined;
    const log = (...args: unknown[]): void => {
      enabled ??= isEnabled(section);
      if (!enabled) return;
      const colors = shouldColorize(stderr, env());
      const { formatWithOptions, inspect } = part('inspect');
      const message = formatWithOptions({ colors }, ...args);
      stderr.write(`${section} ${inspect(pid, { colors })}: ${message}\n`);
    };
    const get = (): boolean => {
      enabled ??= isEnabled(section);
      return enabled;
    };
    Object.defineProperty(log, 'enabled', { get, configurable: true, enumerable: true });
    if (typeof callback === 'function') callback(log);
    return log;
  };
}
