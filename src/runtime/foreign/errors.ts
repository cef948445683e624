/**
 * `Error` as V8 has it, in engines that are not V8: `stack` begins with the error's name and message
 * and shows the author's places, `captureStackTrace`, `stackTraceLimit` and `prepareStackTrace`
 * work.
 *
 * SpiderMonkey reads `stack` through a getter of `Error.prototype`, which is replaced. In
 * JavaScriptCore it is an own property from the start: the constructors are replaced for errors that
 * a program makes, and compiled code hands over what its `catch` clauses catch. What stays is the
 * engine's: it leaves out frames that ended in a tail call, and the class of a method.
 */
import type { ForeignEngine, TracedSources } from '../foreign-engine.ts';
import { columnOfV8, formatFrame, parseStack, RUNTIME_FRAME, type StackFrame } from './frames.ts';
import { createScriptLoader } from './script-loader.ts';
import { wordsOfV8 } from './words.ts';

type Capture = (target: object, above?: CallableFunction) => void;
type ErrorConstructor = typeof Error & {
  captureStackTrace: Capture;
  stackTraceLimit: number;
  prepareStackTrace?: unknown;
};

const FRAMES = 10;
const CONSTRUCTORS = [
  'Error',
  'AggregateError',
  'EvalError',
  'RangeError',
  'ReferenceError',
  'SuppressedError',
  'SyntaxError',
  'TypeError',
  'URIError',
  'DOMException',
];

/** SpiderMonkey's getter, as it was. */
const getStack = Object.getOwnPropertyDescriptor(Error.prototype, 'stack')?.get;

function nativeStackOf(error: Error): string {
  return getStack ? String(Reflect.apply(getStack, error, [])) : '';
}

export function installForeignErrors(): Omit<ForeignEngine, 'openScope'> {
  const NativeError = Error as ErrorConstructor;
  const loader = createScriptLoader();
  const traces = new StackTraces((url) => loader?.authorsPlace(url));
  NativeError.stackTraceLimit = FRAMES;
  if (getStack) for (const name of ['Error', 'DOMException']) replaceGetter(name, traces);
  else for (const name of CONSTRUCTORS) replaceConstructor(name, traces);
  replaceCapture(NativeError, traces);
  catchRejections((reason) => adopt(reason, traces));
  return {
    useSources: (sources) => traces.useSources(sources),
    adopt: (error) => adopt(error, traces),
    evaluate: loader?.evaluate,
  };
}

class StackTraces {
  /** What the engine said, of errors whose `stack` reads through its own accessor. */
  readonly #raw = new WeakMap<object, string>();
  /** How many frames were wanted when it was made. */
  readonly #limits = new WeakMap<object, number>();
  /** What `stack` reads: made when it is first read, as in V8. */
  readonly #texts = new WeakMap<object, unknown>();
  readonly #placeOf: (url: string) => { url: string; shift: number } | undefined;
  #sources: TracedSources | undefined;

  constructor(placeOf: (url: string) => { url: string; shift: number } | undefined) {
    this.#placeOf = placeOf;
  }

  useSources(sources: TracedSources): void {
    this.#sources = sources;
  }

  /** Makes `stack` an own property of `error` that reads as in V8, if it is the engine's own. */
  own(error: object): void {
    const { value } = Object.getOwnPropertyDescriptor(error, 'stack') ?? {};
    if (typeof value !== 'string') return;
    this.#raw.set(error, value);
    this.#limits.set(error, (Error as ErrorConstructor).stackTraceLimit);
    const { textOf } = this;
    Object.defineProperty(error, 'stack', {
      get() {
        return textOf(this as object);
      },
      set: setOwn,
      enumerable: false,
      configurable: true,
    });
  }

  knows(error: object): boolean {
    return this.#raw.has(error);
  }

  /** The next reading of `stack` makes it anew. */
  forget(error: object): void {
    this.#texts.delete(error);
  }

  /** @param holder an error, or what inherits from one */
  readonly textOf = (holder: object, raw?: string): unknown => {
    let error: object | null = holder;
    while (raw === undefined && error !== null && !this.#raw.has(error)) {
      error = Object.getPrototypeOf(error) as object | null;
    }
    if (error === null) return undefined;
    if (!this.#texts.has(error)) {
      this.#texts.set(error, undefined); // For a `prepareStackTrace` that reads `stack`.
      try {
        this.#texts.set(error, this.#make(error, raw ?? this.#raw.get(error) ?? ''));
      } catch (thrown) {
        // As in V8, a `prepareStackTrace` that throws is asked again at the next reading.
        this.#texts.delete(error);
        throw thrown;
      }
    }
    return this.#texts.get(error);
  };

  #make(error: object, raw: string): unknown {
    const all = parseStack(raw).flatMap((frame) => this.#authors(frame) ?? []);
    const frames = withoutConstructors(all, error).slice(0, this.#limits.get(error));
    const { prepareStackTrace } = Error as ErrorConstructor;
    if (typeof prepareStackTrace === 'function')
      return prepareStackTrace(error, frames.map(callSite));
    const isRuntimes = all.length === 0 && raw !== '' && this.#limits.get(error) !== 0;
    return headerOf(error) + (isRuntimes ? RUNTIME_FRAME : frames.map(formatFrame).join(''));
  }

  /** The author's code that raised the error, to the end of its line. */
  codeOf(error: Error): string {
    const raw = this.#raw.get(error) ?? nativeStackOf(error);
    const [frame] = parseStack(raw).flatMap((each) => this.#authors(each) ?? []);
    return frame ? this.#textOf(frame).slice(frame.column - 1) : '';
  }

  #authors(frame: StackFrame): StackFrame | undefined {
    const loaded = this.#placeOf(frame.url);
    const { url, shift } = loaded ?? { url: frame.url, shift: 0 };
    if (!this.#sources?.has(url)) return undefined;
    const column = frame.column - 1 - (frame.line === 1 ? shift : 0);
    const authors = this.#sources.locate(url, frame.line, column)?.column ?? column;
    const place = { ...frame, url, column: authors + 1 };
    return loaded ? { ...place, column: columnOfV8(this.#textOf(place), authors) + 1 } : place;
  }

  #textOf({ url, line, column }: StackFrame): string {
    return this.#sources?.place(url, line, column)?.text ?? '';
  }
}

/** As `Error.prototype.toString`, for whatever an error has become. */
export function headerOf(error: object): string {
  try {
    return String(Reflect.apply(Error.prototype.toString, error, []));
  } catch {
    // A getter of the error throws; V8 prints such errors so as well.
    return '<error>';
  }
}

/** V8's traces begin where the outermost constructor of the error was called. */
function withoutConstructors(frames: StackFrame[], error: object): StackFrame[] {
  const names = new Set<unknown>();
  let prototype = Object.getPrototypeOf(error) as object | null;
  while (prototype !== null && prototype !== Object.prototype && prototype !== Error.prototype) {
    names.add(Object.getOwnPropertyDescriptor(prototype, 'constructor')?.value?.name);
    prototype = Object.getPrototypeOf(prototype) as object | null;
  }
  return frames.slice(frames.findIndex(({ name }) => name === '' || !names.has(name)));
}

function setOwn(this: object, value: unknown): void {
  Object.defineProperty(this, 'stack', { value, writable: true, configurable: true });
}

function replaceGetter(name: string, traces: StackTraces): void {
  const { prototype } = Reflect.get(globalThis, name) as typeof Error;
  const native = Object.getOwnPropertyDescriptor(prototype, 'stack')?.get;
  if (native === undefined) return;
  Object.defineProperty(prototype, 'stack', {
    get(this: object) {
      const raw: unknown = Reflect.apply(native, this, []);
      return typeof raw === 'string' ? traces.textOf(this, raw) : raw;
    },
    set: setOwn,
    enumerable: false,
    configurable: true,
  });
}

/** A proxy, so that everything else about the constructor stays as it is. */
function replaceConstructor(name: string, traces: StackTraces): void {
  const Native = Reflect.get(globalThis, name) as typeof Error | undefined;
  if (Native === undefined) return;
  const construct = (args: unknown[], target: CallableFunction): object => {
    const limits = Error as ErrorConstructor;
    const limit = limits.stackTraceLimit;
    // What replaces the constructor makes frames too.
    limits.stackTraceLimit = limit + 5;
    const error = Reflect.construct(Native, args, target) as object;
    limits.stackTraceLimit = limit;
    traces.own(error);
    return error;
  };
  const proxy: typeof Error = new Proxy(Native, {
    construct: (_, args, target) => construct(args, target),
    apply: (_, __, args) => construct(args, proxy),
  });
  Object.defineProperty(Native.prototype, 'constructor', {
    value: proxy,
    writable: true,
    configurable: true,
  });
  Object.defineProperty(globalThis, name, { value: proxy, writable: true, configurable: true });
  const Base = Object.getPrototypeOf(Native) as object;
  if (Base !== Function.prototype) Object.setPrototypeOf(Native, Error);
}

function replaceCapture(NativeError: ErrorConstructor, traces: StackTraces): void {
  const native = NativeError.captureStackTrace;
  NativeError.captureStackTrace = function captureStackTrace(target, above) {
    Reflect.apply(native, NativeError, [target, above ?? captureStackTrace]);
    traces.forget(target);
    traces.own(target);
  };
}

/** Hands every reason to `adopt` before a reaction to it. */
function catchRejections(adopt: (reason: unknown) => void): void {
  const native = Promise.prototype.then;
  const then = {
    // biome-ignore lint/suspicious/noThenProperty: replaces Promise.prototype.then, under its own name
    then(this: Promise<unknown>, onFulfilled: unknown, onRejected: unknown) {
      if (typeof onRejected !== 'function')
        return Reflect.apply(native, this, [onFulfilled, onRejected]);
      const reaction = (reason: unknown): unknown => {
        adopt(reason);
        return Reflect.apply(onRejected, undefined, [reason]);
      };
      return Reflect.apply(native, this, [onFulfilled, reaction]);
    },
  }.then;
  Object.defineProperty(Promise.prototype, 'then', {
    value: then,
    writable: true,
    configurable: true,
  });
}

function adopt(error: unknown, traces: StackTraces): void {
  if (!isError(error) || traces.knows(error)) return;
  traces.own(error);
  const words = wordsOfV8(error.message, () => traces.codeOf(error));
  if (words === undefined) return;
  // Firefox has a kind of error of its own for a full stack.
  if (error.name === 'InternalError') Object.setPrototypeOf(error, RangeError.prototype);
  Object.defineProperty(error, 'message', { value: words, writable: true, configurable: true });
}

function isError(value: unknown): value is Error {
  try {
    return value instanceof Error;
  } catch {
    return false; // A revoked proxy, for example.
  }
}

/** The part of V8's `CallSite` that can be known. */
function callSite(frame: StackFrame): object {
  const { name, url, line, column, isAsync } = frame;
  return {
    getFileName: () => url,
    getScriptNameOrSourceURL: () => url,
    getLineNumber: () => line,
    getColumnNumber: () => column,
    getFunctionName: () => (name === '' ? null : name),
    getMethodName: () => null,
    getTypeName: () => null,
    getThis: () => undefined,
    getFunction: () => undefined,
    getEvalOrigin: () => undefined,
    isAsync: () => isAsync,
    isConstructor: () => false,
    isEval: () => false,
    isNative: () => false,
    isToplevel: () => true,
    isPromiseAll: () => false,
    toString: () => formatFrame(frame).trim().slice('at '.length),
  };
}
