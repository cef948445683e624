/** `node:timers/promises`. Follows `lib/timers/promises.js`. */
import { AbortError, nodeError } from '../internal/errors.ts';
import {
  validateAbortSignal,
  validateBoolean,
  validateNumber,
  validateObject,
} from '../internal/validators.ts';
import type { Immediate, Timeout, Timers } from '../timers.ts';

export interface TimerOptions {
  signal?: AbortSignal;
  ref?: boolean;
}

export function createTimersPromises(timers: Timers) {
  const wait = <T>(
    value: T,
    options: TimerOptions,
    start: (fire: () => void) => Timeout | Immediate,
    cancel: (handle: Timeout | Immediate) => void,
  ): Promise<T> => {
    try {
      validateOptions(options);
    } catch (error) {
      return Promise.reject(error);
    }
    const { signal, ref = true } = options;
    if (signal?.aborted) return Promise.reject(abortError(signal));
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const onAbort = (): void => {
      cancel(handle);
      reject(abortError(signal));
    };
    const handle = start(() => resolve(value));
    if (!ref) handle.unref();
    if (!signal) return promise;
    signal.addEventListener('abort', onAbort, { once: true });
    return withFinally(promise, () => signal.removeEventListener('abort', onAbort));
  };

  const setTimeout = <T>(delay?: number, value?: T, options: TimerOptions = {}) => {
    try {
      if (delay !== undefined) validateNumber(delay, 'delay');
    } catch (error) {
      return Promise.reject(error);
    }
    return wait(value, options, (fire) => timers.setTimeout(fire, delay), timers.clearTimeout);
  };

  const setImmediate = <T>(value?: T, options: TimerOptions = {}) =>
    wait(value, options, (fire) => timers.setImmediate(fire), timers.clearImmediate);

  async function* setInterval<T>(delay?: number, value?: T, options: TimerOptions = {}) {
    validateOptions(options);
    if (delay !== undefined) validateNumber(delay, 'delay');
    const { signal, ref = true } = options;
    if (signal?.aborted) throw abortError(signal);
    let fired = 0;
    let wake: ((what?: Promise<never>) => void) | undefined;
    const notify = (what?: Promise<never>): void => {
      wake?.(what);
      wake = undefined;
    };
    const interval = timers.setInterval(() => {
      fired++;
      notify();
    }, delay);
    if (!ref) interval.unref();
    const onAbort = (): void => {
      timers.clearInterval(interval);
      if (wake) notify(Promise.reject(abortError(signal)));
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
      while (!signal?.aborted) {
        if (fired === 0) await new Promise<void>((next) => (wake = next));
        for (; fired > 0; fired--) yield value;
      }
      throw abortError(signal);
    } finally {
      timers.clearInterval(interval);
      signal?.removeEventListener('abort', onAbort);
    }
  }

  class Scheduler {
    constructor() {
      throw nodeError('ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor', TypeError);
    }

    wait(delay: number, options?: { signal?: AbortSignal }): Promise<void> {
      checkScheduler(this);
      return setTimeout(delay, undefined, options) as Promise<void>;
    }

    yield(): Promise<void> {
      checkScheduler(this);
      return setImmediate() as Promise<void>;
    }
  }
  const scheduler = Object.create(Scheduler.prototype) as Scheduler;
  const checkScheduler = (value: unknown): void => {
    if (value === scheduler) return;
    throw nodeError('ERR_INVALID_THIS', 'Value of "this" must be of type Scheduler', TypeError);
  };

  return { setTimeout, setImmediate, setInterval, scheduler };
}

/**
 * As `promise.finally(done)` inside a promise of its own, which is how Node makes what it returns:
 * the result comes as many microtasks later, and programs see the order.
 */
function withFinally<T>(promise: Promise<T>, done: () => void): Promise<T> {
  return new Promise((resolve, reject) => {
    new Promise<T>((one, other) => void promise.then(one, other))
      .finally(done)
      .then(resolve, reject);
  });
}

function validateOptions(options: TimerOptions): void {
  validateObject(options, 'options');
  validateAbortSignal(options.signal, 'options.signal');
  if (options.ref !== undefined) validateBoolean(options.ref, 'options.ref');
}

function abortError(signal: AbortSignal | undefined): AbortError {
  return new AbortError(undefined, { cause: signal?.reason });
}
