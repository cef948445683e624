/**
 * The async context that compiled code expects, for tests only. It changes globals, so it needs a
 * process of its own.
 */

import { type LinkerHost, openScope, TestLinker } from './test-linker.ts';

type Store = ReadonlyMap<object, unknown>;
type Callback = (...args: unknown[]) => unknown;
interface Keeper {
  context: Store;
  saved: boolean;
}

let current: Store = new Map();

function bind(callback: unknown, context: Store = current): unknown {
  if (typeof callback !== 'function') return callback;
  return function (this: unknown, ...args: unknown[]): unknown {
    return within(context, () => Reflect.apply(callback, this, args));
  };
}

/** As `bind`, for a callback that the event loop calls: nothing may be left for what follows. */
function bindTask(callback: unknown): unknown {
  const bound = bind(callback);
  if (typeof bound !== 'function') return bound;
  return function (this: unknown, ...args: unknown[]): unknown {
    current = new Map();
    return Reflect.apply(bound, this, args);
  };
}

function within<T>(context: Store, run: () => T): T {
  const outer = current;
  current = context;
  try {
    return run();
  } finally {
    current = outer;
  }
}

function save(keeper: Keeper): void {
  keeper.context = current;
  keeper.saved = true;
}

const asyncContext = {
  s(value: unknown, keeper: Keeper): unknown {
    save(keeper);
    return asyncContext.t(value);
  },
  t(value: unknown): unknown {
    if (value instanceof Promise || value === null || typeof value !== 'object') return value;
    const then: unknown = Reflect.get(value, 'then');
    if (typeof then !== 'function') return value;
    // biome-ignore lint/suspicious/noThenProperty: it stands in for the author's thenable
    return { then: bind((...args: unknown[]) => Reflect.apply(then, value, args)) };
  },
  r(value: unknown, keeper: Keeper): unknown {
    current = keeper.context;
    keeper.saved = false;
    return value;
  },
  c(): void {
    // Under Node the engine is V8: what was caught may stay.
  },
  q(keeper: Keeper): void {
    if (keeper.saved) asyncContext.r(undefined, keeper);
  },
  it(keeper: Keeper, iterable: AsyncIterable<unknown> & Iterable<unknown>): unknown {
    const method: unknown = iterable[Symbol.asyncIterator];
    if (typeof method !== 'function') return fromSync(keeper, iterable);
    const iterator = Reflect.apply(method, iterable, []);
    const step = (name: string) => (value: unknown) => {
      save(keeper);
      return iterator[name](value);
    };
    const closing = typeof iterator.return === 'function' ? { return: step('return') } : {};
    return { [Symbol.asyncIterator]: () => ({ next: step('next'), ...closing }) };
  },
};

function fromSync(keeper: Keeper, iterable: Iterable<unknown>): AsyncIterable<unknown> {
  const iterator = iterable[Symbol.iterator]();
  const settle = (result: IteratorResult<unknown>): Promise<IteratorResult<unknown>> => {
    save(keeper);
    const { done = false } = result;
    return Promise.resolve(result.value).then((value) => ({ value, done }));
  };
  return {
    [Symbol.asyncIterator]: () => ({
      next: () => settle(iterator.next()),
      return: (value: unknown) => settle(iterator.return?.(value) ?? { done: true, value }),
    }),
  };
}

class AsyncLocalStorage {
  getStore(): unknown {
    return current.get(this);
  }
  enterWith(store: unknown): void {
    current = new Map(current).set(this, store);
  }
  run(store: unknown, callback: Callback, ...args: unknown[]): unknown {
    return within(new Map(current).set(this, store), () => callback(...args));
  }
  exit(callback: Callback, ...args: unknown[]): unknown {
    const without = new Map(current);
    without.delete(this);
    return within(without, () => callback(...args));
  }
  static bind(callback: Callback): unknown {
    return bind(callback);
  }
  static snapshot(): unknown {
    const context = current;
    return (callback: Callback, ...args: unknown[]) => within(context, () => callback(...args));
  }
}

function keepContextInCallbacks(nextTickOwner: object): void {
  const then = Reflect.get(Promise.prototype, 'then');
  Reflect.set(Promise.prototype, 'then', function (this: unknown, ...callbacks: unknown[]) {
    return Reflect.apply(
      then,
      this,
      callbacks.map((each) => bind(each)),
    );
  });
  for (const [owner, name] of [
    [globalThis, 'setTimeout'],
    [globalThis, 'setInterval'],
    [globalThis, 'setImmediate'],
    [globalThis, 'queueMicrotask'],
    [nextTickOwner, 'nextTick'],
  ] as const) {
    const original = Reflect.get(owner, name);
    Reflect.set(owner, name, (callback: unknown, ...rest: unknown[]) =>
      original(bindTask(callback), ...rest),
    );
  }
}

/**
 * Runs `source` with an AsyncLocalStorage of our own in place of Node's.
 * @param lowered in the form for an engine without `using`
 */
export async function runWithAsyncContext(
  source: string,
  process: object,
  builtin: LinkerHost['builtin'],
  lowered: boolean,
): Promise<void> {
  const linker = new TestLinker({
    files: { 'main.ts': source },
    builtin: async (name) =>
      name === 'node:async_hooks' ? { AsyncLocalStorage } : await builtin(name),
    asyncContext: { ...asyncContext, ...(lowered && { u: openScope }) },
    console,
  });
  keepContextInCallbacks(process);
  await linker.run('main.ts');
}
