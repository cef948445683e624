/**
 * The global scope of a program: Node's, not a browser worker's. What only browsers have is taken
 * away, so that a program that tests for it takes its Node path, and so that nothing but the kernel
 * port leads out of the thread.
 */

import type { Builtins } from '../node/builtins.ts';
import type { AsyncContext } from '../node/internal/async-context.ts';
import { type CloneMarks, inNodesWords } from '../node/internal/clone-marks.ts';
import { nodeError, notImplemented } from '../node/internal/errors.ts';
import { part } from '../node/internal/parts.ts';
import { validateFunction, validateInteger } from '../node/internal/validators.ts';
import { giveDomExceptionStacks } from './dom-exception.ts';
import { checkMessageEvents } from './message-event.ts';

/** Globals of Node 24 that a worker has too, or that `installGlobals` sets, besides the language's. */
const nodeGlobals = new Set(
  'AbortController AbortSignal Blob BroadcastChannel ByteLengthQueuingStrategy CloseEvent CompressionStream CountQueuingStrategy Crypto CryptoKey CustomEvent DOMException DecompressionStream Event EventTarget File FormData Headers MessageChannel MessageEvent MessagePort Navigator Performance PerformanceEntry PerformanceMark PerformanceMeasure PerformanceObserver PerformanceObserverEntryList PerformanceResourceTiming ReadableByteStreamController ReadableStream ReadableStreamBYOBReader ReadableStreamBYOBRequest ReadableStreamDefaultController ReadableStreamDefaultReader Request Response SubtleCrypto TextDecoder TextDecoderStream TextEncoder TextEncoderStream TransformStream TransformStreamDefaultController URL URLPattern URLSearchParams WebAssembly WebSocket WritableStream WritableStreamDefaultController WritableStreamDefaultWriter atob btoa clearInterval clearTimeout console crypto fetch navigator performance queueMicrotask setInterval setTimeout structuredClone'.split(
    ' ',
  ),
);

const languageGlobals = new Set(
  'AggregateError Array ArrayBuffer AsyncDisposableStack Atomics BigInt BigInt64Array BigUint64Array Boolean DataView Date DisposableStack Error EvalError FinalizationRegistry Float16Array Float32Array Float64Array Function Infinity Int16Array Int32Array Int8Array InternalError Intl Iterator JSON Map Math NaN Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set SharedArrayBuffer String SuppressedError Symbol SyntaxError Temporal TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakRef WeakSet decodeURI decodeURIComponent encodeURI encodeURIComponent escape eval globalThis isFinite isNaN parseFloat parseInt undefined unescape'.split(
    ' ',
  ),
);

/** Inherited from the worker's prototypes, which cannot be exchanged; hidden by own properties. */
const inherited = ['addEventListener', 'removeEventListener', 'dispatchEvent', 'when'];

/** What a loop over the global object finds in Node. */
const enumerableGlobals = new Set(
  'global clearImmediate setImmediate clearInterval clearTimeout setInterval setTimeout queueMicrotask structuredClone atob btoa performance fetch crypto navigator'.split(
    ' ',
  ),
);

export interface GlobalsOptions {
  builtins: Builtins;
  context: AsyncContext;
  marks: CloneMarks;
  onError: (error: unknown) => void;
}

export function installGlobals({ builtins, context, marks, onError }: GlobalsOptions): void {
  for (const name of inherited) define(name, undefined);
  const { process, timers, console } = builtins;
  define('global', globalThis);
  defineAccessor('process', () => process);
  define('console', console);
  defineAccessor('Buffer', () => part('library').Buffer);
  defineLazily('navigator', createNavigator);
  defineLazily('BroadcastChannel', () => exportOf(builtins, 'worker_threads', 'BroadcastChannel'));
  for (const [name, value] of Object.entries(timers)) define(name, value);
  giveDomExceptionStacks();
  checkMessageEvents();
  useNodesReasons(timers);
  define('queueMicrotask', createQueueMicrotask(context, onError));
  define(
    'structuredClone',
    createStructuredClone(marks, () => process.env),
  );
  define('fetch', function fetch() {
    return Promise.reject(noNetwork('fetch'));
  });
  Object.defineProperty(globalThis, Symbol.toStringTag, { value: 'global', configurable: true });
  define(
    'WebSocket',
    class WebSocket {
      constructor() {
        throw noNetwork('WebSocket');
      }
    },
  );
  // Constants of the browser's prototypes cannot be removed.
  for (const name in globalThis) {
    if (!enumerableGlobals.has(name)) define(name, Reflect.get(globalThis, name));
  }
}

/**
 * Takes away what only browsers have. It needs nothing of the program, so a thread does it while it
 * stands ready. Browsers put some globals on the global object and some on its prototypes.
 */
export function removeBrowserGlobals(): void {
  const kept = (name: string): boolean =>
    name === 'constructor' || nodeGlobals.has(name) || languageGlobals.has(name);
  for (
    let scope: object | null = globalThis;
    scope !== null && scope !== EventTarget.prototype && scope !== Object.prototype;
    scope = Object.getPrototypeOf(scope) as object | null
  ) {
    for (const name of Object.getOwnPropertyNames(scope)) {
      // A program that deletes one of Node's globals must not find the browser's behind it.
      if (scope !== globalThis && nodeGlobals.has(name))
        define(name, Reflect.get(globalThis, name));
      if (scope !== globalThis ? name !== 'constructor' : !kept(name)) {
        Reflect.deleteProperty(scope, name);
      }
    }
  }
}

function exportOf({ modules }: Builtins, module: string, name: string): unknown {
  return Reflect.get(modules.get(module) ?? {}, name);
}

function define(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, {
    value,
    writable: true,
    configurable: true,
    enumerable: enumerableGlobals.has(name),
  });
}

/** A global that is an accessor in Node too, and that a program may replace. */
function defineAccessor(name: string, read: () => unknown): void {
  let given: { value: unknown } | undefined;
  Object.defineProperty(globalThis, name, {
    get: () => (given ? given.value : read()),
    set: (value: unknown) => {
      given = { value };
    },
    configurable: true,
    enumerable: false,
  });
}

/** A global that is made when it is first read, and that a program may replace. */
export function defineLazily(name: string, make: () => unknown): void {
  Object.defineProperty(globalThis, name, {
    get: () => {
      const value = make();
      define(name, value);
      return value;
    },
    set: (value: unknown) => define(name, value),
    configurable: true,
    enumerable: enumerableGlobals.has(name),
  });
}

function noNetwork(what: string): Error {
  return notImplemented(what, 'the sandbox has no network');
}

/** The worker's own is costly to make, so it is only asked for when the program is. */
const nativeNavigator = findGetter('navigator');

function findGetter(name: string): (() => unknown) | undefined {
  for (let scope: object | null = globalThis; scope; scope = Object.getPrototypeOf(scope)) {
    const { get } = Object.getOwnPropertyDescriptor(scope, name) ?? {};
    if (get) return get;
  }
  return undefined;
}

/** Node's navigator, without what tells about the reader's browser. */
function createNavigator(): object {
  const { hardwareConcurrency } = Reflect.apply(
    nativeNavigator as () => unknown,
    globalThis,
    [],
  ) as {
    hardwareConcurrency: number;
  };
  return Object.freeze({
    hardwareConcurrency,
    language: 'en-US',
    languages: Object.freeze(['en-US']),
    platform: 'linux',
    userAgent: 'Node.js/24',
  });
}

/** Aborting gives the same reasons as in Node, whose words programs print. */
function useNodesReasons(timers: Builtins['timers']): void {
  const aborted = (): DOMException => new DOMException('This operation was aborted', 'AbortError');
  const { abort } = AbortController.prototype;
  const abortAtOnce = AbortSignal.abort.bind(AbortSignal);
  override(AbortController.prototype, {
    abort(this: AbortController, reason: unknown = aborted()) {
      Reflect.apply(abort, this, [reason]);
    },
  });
  const timedOut = (): DOMException =>
    new DOMException('The operation was aborted due to timeout', 'TimeoutError');
  override(AbortSignal, {
    abort: (reason: unknown = aborted()) => abortAtOnce(reason),
    timeout(milliseconds: number) {
      validateInteger(milliseconds, 'delay', 0, 2 ** 32 - 1);
      const controller = new AbortController();
      timers.setTimeout(() => controller.abort(timedOut()), milliseconds).unref();
      return controller.signal;
    },
  });
}

function override(target: object, methods: Record<string, CallableFunction>): void {
  for (const [name, value] of Object.entries(methods)) {
    Object.defineProperty(target, name, { value, enumerable: false });
  }
}

function createStructuredClone(marks: CloneMarks, environment: () => object) {
  const native = structuredClone;
  return function structuredClone(...args: [unknown?, StructuredSerializeOptions?]): unknown {
    if (args.length === 0) {
      throw nodeError('ERR_MISSING_ARGS', 'The "value" argument must be specified', TypeError);
    }
    const [given, options] = args;
    // A proxy here; in Node an object that can be cloned.
    const value = given === environment() ? { ...given } : given;
    marks.check(value, options?.transfer ?? []);
    const copy = inNodesWords((): unknown => native(value, options));
    // The stack is the engine's own addition, which browsers do not know of.
    if (value instanceof DOMException && copy instanceof DOMException && !('stack' in copy)) {
      const stack: unknown = Reflect.get(value, 'stack');
      Object.defineProperty(copy, 'stack', { value: stack, writable: true, configurable: true });
    }
    return copy;
  };
}

function createQueueMicrotask(context: AsyncContext, onError: (error: unknown) => void) {
  const native = queueMicrotask;
  return function queueMicrotask(callback: () => void): void {
    validateFunction(callback, 'callback');
    const { frame } = context;
    native(() => {
      try {
        context.run(frame, () => Reflect.apply(callback, undefined, []));
      } catch (error) {
        onError(error);
      }
    });
  };
}
