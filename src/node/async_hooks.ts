/**
 * `node:async_hooks`: `AsyncLocalStorage` and `AsyncResource` on the context of
 * `internal/async-context.ts`. `createHook` and the numbering of resources are declined: the browser
 * does not tell when a promise is made.
 */
import type { AsyncContext, Frame } from './internal/async-context.ts';
import { invalidArgType } from './internal/errors.ts';
import { validateFunction, validateString } from './internal/validators.ts';

/** What Node numbers the program's first, synchronous part: the trigger of what nothing else is. */
const MAIN_ASYNC_ID = 1;

type AnyFunction = (this: unknown, ...args: never[]) => unknown;

export function createAsyncHooks(context: AsyncContext) {
  class AsyncLocalStorage<T> {
    readonly name: string;
    readonly #defaultValue: T | undefined;

    constructor(options: { defaultValue?: T; name?: string } = {}) {
      this.#defaultValue = options.defaultValue;
      this.name = options.name ?? '';
    }

    static bind<F extends AnyFunction>(fn: F): F {
      validateFunction(fn, 'fn');
      return context.bind(fn);
    }

    static snapshot() {
      return context.bind(((fn: AnyFunction, ...args: never[]) => fn(...args)) as never);
    }

    getStore(): T | undefined {
      return context.frame.has(this) ? (context.frame.get(this) as T) : this.#defaultValue;
    }

    run<R>(store: T, callback: (...args: unknown[]) => R, ...args: unknown[]): R {
      return this.#within(this.#with(store), callback, args);
    }

    exit<R>(callback: (...args: unknown[]) => R, ...args: unknown[]): R {
      return this.#within(this.#without(), callback, args);
    }

    /** What `callback` enters of other stores stays, as in Node: only this one's is put back. */
    #within<R>(frame: Frame, callback: (...args: unknown[]) => R, args: unknown[]): R {
      const before = context.frame;
      context.enter(frame);
      try {
        return Reflect.apply(callback, null, args);
      } finally {
        if (context.frame === frame) context.enter(before);
        else if (before.has(this)) context.enter(this.#with(before.get(this) as T));
        else context.enter(this.#without());
      }
    }

    enterWith(store: T): void {
      context.enter(this.#with(store));
    }

    /** Takes the store out of the context of now, and so from all that was begun in it. */
    disable(): void {
      context.forget(this);
    }

    #with(store: T): Frame {
      return new Map(context.frame).set(this, store);
    }

    #without(): Frame {
      const frame = new Map(context.frame);
      frame.delete(this);
      return frame;
    }
  }

  let nextAsyncId = 2;

  class AsyncResource {
    readonly #frame = context.frame;
    readonly #id = nextAsyncId++;
    readonly #triggerId: number;

    constructor(type: string, options?: number | { triggerAsyncId?: number }) {
      validateString(type, 'type');
      const given = typeof options === 'number' ? options : options?.triggerAsyncId;
      this.#triggerId = given ?? MAIN_ASYNC_ID;
    }

    static bind<F extends AnyFunction>(fn: F, type?: string, thisArg?: unknown): F {
      validateFunction(fn, 'fn');
      return new AsyncResource(type ?? (fn.name || 'bound-anonymous-fn')).bind(fn, thisArg);
    }

    asyncId(): number {
      return this.#id;
    }

    triggerAsyncId(): number {
      return this.#triggerId;
    }

    bind<F extends AnyFunction>(fn: F, thisArg?: unknown): F {
      validateFunction(fn, 'fn');
      const resource = this;
      const bound = function (this: unknown, ...args: never[]) {
        return resource.runInAsyncScope(fn, thisArg === undefined ? this : thisArg, ...args);
      };
      Object.defineProperty(bound, 'length', { value: fn.length, configurable: true });
      return Object.assign(bound, { asyncResource: this }) as unknown as F;
    }

    runInAsyncScope<R>(fn: (...args: never[]) => R, thisArg?: unknown, ...args: never[]): R {
      if (typeof fn !== 'function') throw invalidArgType('fn', 'function', fn);
      return context.run(this.#frame, () => Reflect.apply(fn, thisArg, args) as R);
    }

    emitDestroy(): this {
      return this;
    }
  }

  return { AsyncLocalStorage, AsyncResource };
}
