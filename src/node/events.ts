/** `node:events`. Follows Node's `lib/events.js` in order, errors and defaults. */
import { apply, copyOf } from '../shared/intrinsics.ts';
import { AbortError, invalidArgType, nodeError } from './internal/errors.ts';
import { listenersOf, maxListenersOf, setMaxListenersOf } from './internal/event-targets.ts';
import { inspect } from './internal/inspect.ts';
import {
  validateAbortSignal,
  validateBoolean,
  validateFunction,
  validateNumber,
  validateObject,
} from './internal/validators.ts';

export type EventName = string | symbol;
// biome-ignore lint/complexity/noBannedTypes: a listener may take anything, as in Node's own types
export type Listener = Function;
type WrappedListener = Listener & { listener?: Listener };
/** Several listeners of one event; marked once a leak was warned of. */
type Listeners = WrappedListener[] & { warned?: boolean };

interface State {
  _events: Record<EventName, WrappedListener | Listeners>;
  _eventsCount: number;
  _maxListeners: number | undefined;
}

const errorMonitor = Symbol('events.errorMonitor');
const captureRejectionSymbol = Symbol.for('nodejs.rejection');
const kCapture = Symbol('kCapture');
const kRejection = captureRejectionSymbol;

let defaultMaxListeners = 10;
let captureRejections = false;

export interface EmitterOptions {
  captureRejections?: boolean;
}

class EventEmitterClass {
  declare _events: State['_events'];
  declare _eventsCount: number;
  declare _maxListeners: number | undefined;

  constructor(options?: EmitterOptions) {
    initialise(this, options);
  }

  setMaxListeners(count: number): this {
    validateNumber(count, 'setMaxListeners', 0);
    this._maxListeners = count;
    return this;
  }

  getMaxListeners(): number {
    return this._maxListeners ?? defaultMaxListeners;
  }

  emit(name: EventName, ...args: unknown[]): boolean {
    const events = this._events;
    if (name === 'error') {
      if (events?.[errorMonitor] !== undefined) this.emit(errorMonitor, ...args);
      if (events?.[name] === undefined) throw unhandledError(args[0]);
    }
    const handler = events?.[name];
    if (handler === undefined) return false;
    const list = typeof handler === 'function' ? [handler] : copyOf(handler);
    for (let at = 0; at < list.length; at++) {
      const result: unknown = apply(list[at] as Listener, this, args);
      if (result !== undefined && result !== null) addCatch(this, result, name, args);
    }
    return true;
  }

  addListener(name: EventName, listener: Listener): this {
    return add(this, name, listener, false);
  }

  declare on: (name: EventName, listener: Listener) => this;
  declare off: (name: EventName, listener: Listener) => this;

  prependListener(name: EventName, listener: Listener): this {
    return add(this, name, listener, true);
  }

  /** By way of `on`, as in Node: streams begin to flow by what they do there. */
  once(name: EventName, listener: Listener): this {
    validateListener(listener);
    this.on(name, wrapOnce(this, name, listener));
    return this;
  }

  prependOnceListener(name: EventName, listener: Listener): this {
    validateListener(listener);
    this.prependListener(name, wrapOnce(this, name, listener));
    return this;
  }

  removeListener(name: EventName, listener: Listener): this {
    validateListener(listener);
    const list = this._events?.[name];
    if (list === undefined) return this;
    const all = typeof list === 'function' ? [list] : list;
    const index = all.findLastIndex((each) => each === listener || each.listener === listener);
    const removed = all[index];
    if (removed === undefined) return this;
    setListeners(this, name, all.toSpliced(index, 1));
    if (this._events.removeListener !== undefined) {
      this.emit('removeListener', name, removed.listener ?? removed);
    }
    return this;
  }

  removeAllListeners(...names: [EventName?]): this {
    const events = this._events;
    if (events === undefined) return this;
    if (events.removeListener === undefined) {
      if (names.length === 0) resetListeners(this);
      else setListeners(this, names[0] as EventName, []);
      return this;
    }
    if (names.length === 0) {
      for (const name of Reflect.ownKeys(events)) {
        if (name !== 'removeListener') this.removeAllListeners(name);
      }
      this.removeAllListeners('removeListener');
      resetListeners(this);
      return this;
    }
    const name = names[0] as EventName;
    for (const listener of this.rawListeners(name).reverse()) this.removeListener(name, listener);
    return this;
  }

  listeners(name: EventName): Listener[] {
    return this.rawListeners(name).map((each) => (each as WrappedListener).listener ?? each);
  }

  rawListeners(name: EventName): Listener[] {
    const list = this._events?.[name];
    if (list === undefined) return [];
    return typeof list === 'function' ? [list] : copyOf(list);
  }

  listenerCount(name: EventName, listener?: Listener): number {
    const all = this.rawListeners(name);
    if (listener === undefined || listener === null) return all.length;
    return all.filter(
      (each) => each === listener || (each as WrappedListener).listener === listener,
    ).length;
  }

  eventNames(): EventName[] {
    return this._eventsCount > 0 ? Reflect.ownKeys(this._events) : [];
  }
}

// One function each by two names, as in Node.
EventEmitterClass.prototype.on = EventEmitterClass.prototype.addListener;
EventEmitterClass.prototype.off = EventEmitterClass.prototype.removeListener;

function initialise(self: EventEmitterClass, options?: EmitterOptions): void {
  if (self._events === undefined || self._events === Object.getPrototypeOf(self)._events) {
    resetListeners(self);
  }
  self._maxListeners = self._maxListeners || undefined;
  const capture = options?.captureRejections || captureRejections;
  validateBoolean(capture, 'options.captureRejections');
  Object.defineProperty(self, kCapture, { value: capture, writable: true, configurable: true });
}

function resetListeners(self: EventEmitterClass): void {
  self._events = Object.create(null) as State['_events'];
  self._eventsCount = 0;
}

function setListeners(self: EventEmitterClass, name: EventName, list: WrappedListener[]): void {
  const had = self._events[name] !== undefined;
  if (list.length === 0) {
    if (had) self._eventsCount--;
    delete self._events[name];
    return;
  }
  if (!had) self._eventsCount++;
  self._events[name] = list.length === 1 ? (list[0] as WrappedListener) : list;
}

function validateListener(listener: unknown): asserts listener is Listener {
  validateFunction(listener, 'listener');
}

function add(self: EventEmitterClass, name: EventName, listener: Listener, first: boolean) {
  validateListener(listener);
  if (self._events === undefined) resetListeners(self);
  if (self._events.newListener !== undefined) {
    self.emit('newListener', name, (listener as WrappedListener).listener ?? listener);
  }
  const before = self._events[name];
  const list = before === undefined ? [] : typeof before === 'function' ? [before] : copyOf(before);
  const all: Listeners = first ? [listener] : list;
  for (let at = 0; first && at < list.length; at++) all[at + 1] = list[at] as WrappedListener;
  if (!first) all[list.length] = listener;
  if (typeof before === 'object' && before.warned) all.warned = true;
  setListeners(self, name, all);
  if (all.length > 1) warnOfLeak(self, name, all);
  return self as never;
}

function warnOfLeak(self: EventEmitterClass, name: EventName, all: Listeners): void {
  // As Node, for what borrows the method: an object that is no emitter has the default.
  const limit =
    typeof self.getMaxListeners === 'function' ? self.getMaxListeners() : defaultMaximum();
  const count = all.length;
  if (limit <= 0 || count <= limit || all.warned) return;
  all.warned = true;
  const shown = inspect(self, { depth: -1 });
  const what = `${count} ${String(name)} listeners added to ${shown}`;
  const { process } = globalThis as { process?: { emitWarning(warning: Error): void } };
  process?.emitWarning(
    Object.assign(
      new Error(
        `Possible EventEmitter memory leak detected. ${what}. MaxListeners is ${limit}. Use emitter.setMaxListeners() to increase limit`,
      ),
      { name: 'MaxListenersExceededWarning', emitter: self, type: name, count },
    ),
  );
}

function wrapOnce(self: EventEmitterClass, name: EventName, listener: Listener): WrappedListener {
  let fired = false;
  const wrapped: WrappedListener = (...args: unknown[]) => {
    if (fired) return undefined;
    fired = true;
    self.removeListener(name, wrapped);
    return Reflect.apply(listener, self, args) as unknown;
  };
  wrapped.listener = listener;
  return wrapped;
}

function unhandledError(value: unknown): unknown {
  if (value instanceof Error) return value;
  const error = nodeError('ERR_UNHANDLED_ERROR', `Unhandled error. (${show(value)})`);
  return Object.assign(error, { context: value });
}

function addCatch(
  self: EventEmitterClass,
  result: unknown,
  name: EventName,
  args: unknown[],
): void {
  const marks = self as unknown as Record<symbol, unknown>;
  if (!(marks[kCapture] ?? captureRejections)) return;
  try {
    const { then } = result as { then?: unknown };
    if (typeof then !== 'function') return;
    const onRejected = (error: unknown): void => onNextTick(() => reject(self, error, name, args));
    Reflect.apply(then, result, [undefined, onRejected]);
  } catch (error) {
    self.emit('error', error);
  }
}

/** A listener's promise was rejected: the emitter's own method for that, or else its `error` event. */
function reject(self: EventEmitterClass, error: unknown, name: EventName, args: unknown[]): void {
  const marks = self as unknown as Record<symbol, unknown>;
  const handler = marks[kRejection];
  if (typeof handler === 'function') {
    Reflect.apply(handler, self, [error, name, ...args]);
    return;
  }
  const before = marks[kCapture];
  // An `error` listener that rejects must not come here again.
  marks[kCapture] = false;
  try {
    self.emit('error', error);
  } finally {
    marks[kCapture] = before;
  }
}

function onNextTick(action: () => void): void {
  const { process } = globalThis as unknown as {
    process: { nextTick(callback: () => void): void };
  };
  process.nextTick(action);
}

function show(value: unknown): string {
  try {
    return inspect(value);
  } catch {
    try {
      return String(value);
    } catch {
      return 'a value that cannot be shown';
    }
  }
}

function EventEmitterFunction(this: EventEmitterClass, options?: EmitterOptions): unknown {
  if (new.target) return Reflect.construct(EventEmitterClass, [options], new.target);
  initialise(this, options);
  return undefined;
}
Object.defineProperty(EventEmitterFunction, 'name', { value: 'EventEmitter' });
EventEmitterFunction.prototype = EventEmitterClass.prototype;
Object.defineProperty(EventEmitterClass.prototype, 'constructor', { value: EventEmitterFunction });

export interface OnceOptions {
  signal?: AbortSignal;
}

type Target = EventEmitterClass | EventTarget;

/** Resolves with the arguments of the next `name` event; rejects on `error`, and when aborted. */
export async function once(target: Target, name: EventName, options: OnceOptions = {}) {
  validateObject(options, 'options');
  const { signal } = options;
  validateAbortSignal(signal, 'options.signal');
  if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
  return new Promise<unknown[]>((resolve, reject) => {
    const onError = (error: unknown): void => {
      finish();
      reject(error);
    };
    const onEvent = (...args: unknown[]): void => {
      finish();
      resolve(args);
    };
    const onAbort = (): void => {
      finish();
      reject(new AbortError(undefined, { cause: signal?.reason }));
    };
    const finish = (): void => {
      listen(target, 'off', name, onEvent);
      if (isEmitter(target)) target.removeListener('error', onError);
      aborting?.[Symbol.dispose]();
    };
    listen(target, 'on', name, onEvent);
    if (name !== 'error' && isEmitter(target)) target.once('error', onError);
    const aborting = signal && addAbortListener(signal, onAbort);
  });
}

function isEmitter(target: Target): target is EventEmitterClass {
  return typeof (target as EventEmitterClass).on === 'function';
}

function listen(target: Target, how: 'on' | 'off', name: EventName, listener: Listener): void {
  if (isEmitter(target)) target[how === 'on' ? 'on' : 'removeListener'](name, listener);
  else if (typeof target?.addEventListener === 'function') {
    const method = how === 'on' ? 'addEventListener' : 'removeEventListener';
    target[method](String(name), listener as (event: Event) => void);
  } else throw invalidArgType('emitter', 'EventEmitter', target);
}

export interface OnOptions extends OnceOptions {
  close?: EventName[];
  highWaterMark?: number;
  lowWaterMark?: number;
}

/** An async iterator over `name` events, each as the array of its arguments. */
export function on(target: Target, name: EventName, options: OnOptions = {}) {
  validateObject(options, 'options');
  const { signal, close = [] } = options;
  validateAbortSignal(signal, 'options.signal');
  if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
  const queue: unknown[][] = [];
  const waiting: PromiseWithResolvers<IteratorResult<unknown[]>>[] = [];
  let failure: { error: unknown } | undefined;
  let isDone = false;

  const onEvent = (...args: unknown[]): void => {
    const next = waiting.shift();
    if (next) next.resolve({ value: args, done: false });
    else queue.push(args);
  };
  const onError = (error: unknown): void => {
    const next = waiting.shift();
    if (next) next.reject(error);
    else failure = { error };
    finish();
  };
  const onAbort = (): void => onError(new AbortError(undefined, { cause: signal?.reason }));
  const finish = (): void => {
    isDone = true;
    listen(target, 'off', name, onEvent);
    if (isEmitter(target)) target.removeListener('error', onError);
    for (const each of close) listen(target, 'off', each, finish);
    aborting?.[Symbol.dispose]();
    for (const next of waiting.splice(0)) next.resolve({ value: undefined, done: true });
  };

  listen(target, 'on', name, onEvent);
  if (name !== 'error' && isEmitter(target)) target.on('error', onError);
  for (const each of close) listen(target, 'on', each, finish);
  const aborting = signal && addAbortListener(signal, onAbort);

  return {
    next(): Promise<IteratorResult<unknown[]>> {
      const value = queue.shift();
      if (value) return Promise.resolve({ value, done: false });
      if (failure) {
        const { error } = failure;
        failure = undefined;
        return Promise.reject(error);
      }
      if (isDone) return Promise.resolve({ value: undefined, done: true });
      const next = Promise.withResolvers<IteratorResult<unknown[]>>();
      waiting.push(next);
      return next.promise;
    },
    return(): Promise<IteratorResult<unknown[]>> {
      finish();
      return Promise.resolve({ value: undefined, done: true });
    },
    throw(error: unknown): Promise<IteratorResult<unknown[]>> {
      if (!(error instanceof Error))
        throw invalidArgType('EventEmitter.AsyncIterator', 'Error', error);
      failure = { error };
      finish();
      return Promise.resolve({ value: undefined, done: true });
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

export function listenerCount(target: Target, name: EventName): number {
  if (isEmitter(target)) return target.listenerCount(name);
  return listenersOf(toTarget(target), String(name)).length;
}

export function getMaxListeners(target: Target): number {
  return typeof (target as EventEmitterClass)?.getMaxListeners === 'function'
    ? (target as EventEmitterClass).getMaxListeners()
    : maxListenersOf(toTarget(target));
}

function toTarget(target: Target): EventTarget {
  if (target instanceof EventTarget) return target;
  throw invalidArgType('emitter', ['EventEmitter', 'EventTarget'], target);
}

export function setMaxListeners(count = defaultMaxListeners, ...targets: Target[]): void {
  validateNumber(count, 'setMaxListeners', 0);
  if (targets.length === 0) defaultMaxListeners = count;
  for (const target of targets) {
    if (typeof (target as EventEmitterClass)?.setMaxListeners === 'function') {
      (target as EventEmitterClass).setMaxListeners(count);
    } else if (target instanceof EventTarget) {
      setMaxListenersOf(target, count);
    } else {
      throw invalidArgType('eventTargets', ['EventEmitter', 'EventTarget'], target);
    }
  }
}

export function getEventListeners(target: Target, name: EventName): Listener[] {
  if (typeof (target as EventEmitterClass)?.listeners === 'function') {
    return (target as EventEmitterClass).listeners(name);
  }
  return listenersOf(toTarget(target), String(name)) as Listener[];
}

/** Calls `listener` once when `signal` is aborted; the result's `Symbol.dispose` takes it back. */
export function addAbortListener(
  signal: AbortSignal,
  listener: (event: Event) => void,
): Disposable {
  validateAbortSignal(signal, 'signal');
  if (signal === undefined) throw invalidArgType('signal', 'AbortSignal', signal);
  validateFunction(listener, 'listener');
  if (signal.aborted) {
    queueMicrotask(() => listener(new Event('abort')));
    return { [Symbol.dispose]: () => undefined };
  }
  const release = new AbortController();
  const removed = { once: true, signal: release.signal };
  const once = (event: Event): void => {
    release.abort();
    listener(event);
  };
  signal.addEventListener('abort', once, removed);
  // A listener that stops the propagation does not stop this one: signals that follow the first are
  // aborted after it, whatever its listeners have done.
  if (signal instanceof AbortSignal) {
    AbortSignal.any([signal]).addEventListener('abort', () => once(abortEventOf(signal)), removed);
  }
  return { [Symbol.dispose]: () => release.abort() };
}

function abortEventOf(signal: AbortSignal): Event {
  return Object.defineProperty(new Event('abort'), 'target', { value: signal });
}

const emitterStatics = {
  captureRejectionSymbol,
  errorMonitor,
  once,
  on,
  listenerCount,
  getMaxListeners,
  setMaxListeners,
  getEventListeners,
  addAbortListener,
  init: function init(this: EventEmitterClass, options?: EmitterOptions): void {
    initialise(this, options);
  },
  usingDomains: false,
};

/** How many listeners of one event are no leak, where an emitter or target says nothing else. */
export function defaultMaximum(): number {
  return defaultMaxListeners;
}

export const EventEmitter = Object.assign(
  EventEmitterFunction as unknown as typeof EventEmitterClass,
  emitterStatics,
);
export type EventEmitter = EventEmitterClass;

Object.defineProperty(EventEmitter, 'EventEmitter', { value: EventEmitter, enumerable: true });
Object.defineProperty(EventEmitter, 'defaultMaxListeners', {
  enumerable: true,
  get: () => defaultMaxListeners,
  set(count: unknown) {
    validateNumber(count, 'defaultMaxListeners', 0);
    defaultMaxListeners = count;
  },
});
Object.defineProperty(EventEmitter, 'captureRejections', {
  enumerable: true,
  get: () => captureRejections,
  set(value: unknown) {
    validateBoolean(value, 'EventEmitter.captureRejections');
    captureRejections = value;
  },
});
