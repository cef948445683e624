/**
 * The asynchronous context: a map from `AsyncLocalStorage` to its store, carried along by timers,
 * ticks, microtasks and promise reactions. No browser has `AsyncContext`; native `await` is covered
 * by the compiler, which rewrites `await E` into `r(await s(E, k), k)`, and what an async function
 * returns into `t(E)`. A thenable that the program's own `resolve` is given is not covered.
 */

export type Frame = ReadonlyMap<object, unknown>;

/** Where one activation of an async function keeps its context while it is suspended. */
export interface Suspension {
  frame?: Frame;
  suspended?: boolean;
}

type AnyFunction = (this: unknown, ...args: never[]) => unknown;

const { apply } = Reflect;
const NativePromise = Promise;
const nativeThen = Promise.prototype.then;
const nativeResolve = Promise.resolve;

export class AsyncContext {
  #current: Frame = new Map();
  /** The context of the bound callback that threw last: its error is reported in it, as in Node. */
  failed: Frame | undefined;

  get frame(): Frame {
    return this.#current;
  }

  enter(frame: Frame): void {
    this.#current = frame;
  }

  /** Takes a store out of the frame of now, which callbacks that wait share, for good. */
  forget(store: object): void {
    (this.#current as Map<object, unknown>).delete(store);
    // Another frame: whoever puts one back at its end sees that this one has changed.
    this.#current = new Map(this.#current);
  }

  /** Calls `action` with `frame` as the context, and restores the present one. */
  run<T>(frame: Frame, action: () => T): T {
    const before = this.#current;
    this.#current = frame;
    try {
      return action();
    } finally {
      this.#current = before;
    }
  }

  /** A function that runs `callback` in the context of now. */
  bind<F extends AnyFunction>(callback: F): F {
    const frame = this.#current;
    const context = this;
    return function bound(this: unknown, ...args: never[]) {
      const before = context.#current;
      context.#current = frame;
      try {
        return apply(callback, this, args);
      } catch (error) {
        context.failed = frame;
        throw error;
      } finally {
        context.#current = before;
      }
    } as F;
  }

  /** Makes `then` (hence `catch` and `finally`) and `resolve` carry the context to what they call. */
  install(): void {
    const context = this;
    const bindReaction = (reaction: unknown): unknown =>
      typeof reaction === 'function' ? context.#bindReaction(reaction as AnyFunction) : reaction;
    const { then, resolve } = {
      // biome-ignore lint/suspicious/noThenProperty: replaces Promise.prototype.then, under its own name
      then(this: Promise<unknown>, onFulfilled: unknown, onRejected: unknown) {
        if (context.#current.size === 0) return apply(nativeThen, this, [onFulfilled, onRejected]);
        return apply(nativeThen, this, [bindReaction(onFulfilled), bindReaction(onRejected)]);
      },
      resolve(this: PromiseConstructor, value: unknown) {
        return apply(nativeResolve, this, [
          context.#current.size === 0 ? value : context.carry(value),
        ]);
      },
    };
    for (const [owner, replaced] of [
      [Promise.prototype, then],
      [Promise, resolve],
    ] as const) {
      Object.defineProperty(owner, replaced.name, {
        value: replaced,
        writable: true,
        configurable: true,
        enumerable: false,
      });
    }
  }

  #bindReaction(reaction: AnyFunction): AnyFunction {
    const context = this;
    return this.bind(function (this: unknown, ...args: never[]) {
      return context.carry(apply(reaction, this, args));
    });
  }

  /** What is awaited or returned: a foreign thenable's `then` will run in the context of now, as in Node. */
  readonly carry = (value: unknown): unknown => {
    if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return value;
    try {
      if (value instanceof NativePromise) return value;
      const then: unknown = (value as { then?: unknown }).then;
      if (typeof then !== 'function') return value;
      const bound = this.bind((resolve: never, reject: never) =>
        apply(then, value, [resolve, reject]),
      );
      // biome-ignore lint/suspicious/noThenProperty: stands for the thenable
      return { then: bound };
    } catch (error) {
      // Rejects what it is to resolve, and throws nothing here.
      return {
        // biome-ignore lint/suspicious/noThenProperty: stands for the thenable
        get then(): never {
          throw error;
        },
      };
    }
  };

  /** Before an `await`: keeps the context. */
  readonly save = (value: unknown, suspension: Suspension): unknown => {
    suspension.frame = this.#current;
    suspension.suspended = true;
    return this.carry(value);
  };

  /** After an `await` that succeeded. */
  readonly restore = (value: unknown, suspension: Suspension): unknown => {
    if (suspension.frame) this.#current = suspension.frame;
    suspension.suspended = false;
    return value;
  };

  /** On entering a `catch` or `finally`: an `await` may have thrown. */
  readonly resume = (suspension: Suspension): void => {
    if (!suspension.suspended) return;
    if (suspension.frame) this.#current = suspension.frame;
    suspension.suspended = false;
  };

  /** Wraps what a `for await` iterates over. */
  readonly iterate = (suspension: Suspension, iterable: unknown): AsyncIterable<unknown> => {
    const keep = (): void => {
      suspension.frame = this.#current;
      suspension.suspended = true;
    };
    return {
      [Symbol.asyncIterator]() {
        const inner = openIterator(iterable);
        return {
          next(value?: unknown) {
            keep();
            return inner.next(value);
          },
          ...(inner.return && {
            return(value?: unknown) {
              keep();
              return inner.return?.(value) as Promise<IteratorResult<unknown>>;
            },
          }),
        };
      },
    };
  };
}

interface AsyncIteration {
  next(value?: unknown): Promise<IteratorResult<unknown>>;
  return?(value?: unknown): Promise<IteratorResult<unknown>>;
}

/** The async iterator of `iterable`, or its sync one adapted as `for await` does. */
function openIterator(iterable: unknown): AsyncIteration {
  const source = iterable as Partial<AsyncIterable<unknown> & Iterable<unknown>>;
  const asyncMethod = source[Symbol.asyncIterator];
  if (asyncMethod !== undefined && asyncMethod !== null) {
    return apply(asyncMethod, source, []) as AsyncIteration;
  }
  const inner = apply(source[Symbol.iterator] as () => Iterator<unknown>, source, []);
  const settle = async (result: IteratorResult<unknown>): Promise<IteratorResult<unknown>> => ({
    value: await result.value,
    done: result.done ?? false,
  });
  return {
    next: () => settle(inner.next()),
    ...(inner.return && {
      return: (value) => settle(inner.return?.(value) ?? { done: true, value }),
    }),
  };
}
