/** `DisposableStack` and `AsyncDisposableStack`, in V8's words, for engines that lack them. */
import type { Disposal } from './disposal.ts';

type Callback = (value?: unknown) => unknown;

/** What the instances of one class hold. */
class Contents {
  readonly #className: string;
  readonly #isAsync: boolean;
  readonly #open: () => Disposal;
  /** Null when it has been disposed of. */
  readonly #scopes = new WeakMap<object, Disposal | null>();

  constructor(className: string, isAsync: boolean, open: () => Disposal) {
    this.#className = className;
    this.#isAsync = isAsync;
    this.#open = open;
  }

  add(stack: object): void {
    this.#scopes.set(stack, this.#open());
  }

  has(stack: object): boolean {
    return this.#scopes.has(stack);
  }

  /** @param accessor as V8 calls it */
  isDisposed(stack: object, accessor: string): boolean {
    const scope = this.#scopes.get(stack);
    if (scope !== undefined) return scope === null;
    throw new TypeError(
      `Method ${accessor.replace(/[^ ]+$/, (name) => this.#nameOf(name))} called on incompatible receiver ${shown(stack)}`,
    );
  }

  /** @throws when `stack` is none, or has been disposed of */
  scopeOf(stack: object, method: string): Disposal {
    this.isDisposed(stack, method);
    const scope = this.#scopes.get(stack);
    if (scope) return scope;
    throw new ReferenceError(
      `Cannot call ${this.#nameOf(method)} on an already-disposed ${this.#className}`,
    );
  }

  /** Marks it as disposed of. @returns what is to be done; nothing the second time */
  take(stack: object, method: string): Disposal | undefined {
    if (this.isDisposed(stack, method)) return undefined;
    const scope = this.scopeOf(stack, method);
    this.#scopes.set(stack, null);
    return scope;
  }

  adopt(stack: object, value: unknown, onDispose: unknown): unknown {
    const scope = this.scopeOf(stack, 'adopt');
    const call = callback(onDispose);
    scope.defer(() => call(value), this.#isAsync);
    return value;
  }

  defer(stack: object, onDispose: unknown): void {
    const scope = this.scopeOf(stack, 'defer');
    const call = callback(onDispose);
    scope.defer(() => call(), this.#isAsync);
  }

  /** Moves what `stack` holds to `other`. @returns `other` */
  move<T extends object>(stack: object, other: T): T {
    const scope = this.scopeOf(stack, 'move');
    this.#scopes.set(other, scope);
    this.#scopes.set(stack, null);
    return other;
  }

  #nameOf(method: string): string {
    return `${this.#className}.prototype.${method}`;
  }
}

export function createDisposableStack(open: () => Disposal): unknown {
  const contents = new Contents('DisposableStack', false, open);
  class DisposableStack {
    constructor() {
      contents.add(this);
    }

    use(value: unknown): unknown {
      return contents.scopeOf(this, 'use').a(value);
    }

    dispose(): void {
      contents.take(this, 'dispose')?.e();
    }

    adopt(value: unknown, onDispose: unknown): unknown {
      return contents.adopt(this, value, onDispose);
    }

    defer(onDispose: unknown): void {
      contents.defer(this, onDispose);
    }

    move(): DisposableStack {
      return contents.move(this, new DisposableStack());
    }

    get disposed(): boolean {
      return contents.isDisposed(this, 'get disposed');
    }
  }
  return finish(DisposableStack, Symbol.dispose, 'dispose');
}

export function createAsyncDisposableStack(open: () => Disposal): unknown {
  const contents = new Contents('AsyncDisposableStack', true, open);
  class AsyncDisposableStack {
    constructor() {
      contents.add(this);
    }

    use(value: unknown): unknown {
      return contents.scopeOf(this, 'use').b(value);
    }

    disposeAsync(): Promise<void> {
      if (contents.has(this)) return disposeAsync(contents.take(this, 'disposeAsync'));
      return Promise.reject(new TypeError('Receiver is not an AsyncDisposableStack'));
    }

    adopt(value: unknown, onDispose: unknown): unknown {
      return contents.adopt(this, value, onDispose);
    }

    defer(onDispose: unknown): void {
      contents.defer(this, onDispose);
    }

    move(): AsyncDisposableStack {
      return contents.move(this, new AsyncDisposableStack());
    }

    get disposed(): boolean {
      return contents.isDisposed(this, 'get disposed');
    }
  }
  return finish(AsyncDisposableStack, Symbol.asyncDispose, 'disposeAsync');
}

/** By `then`, which carries the async context along. */
function disposeAsync(scope: Disposal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const step = (): void => {
      try {
        if (scope?.n()) Promise.resolve(scope.v).then(step, failed);
        else resolve(scope?.e());
      } catch (error) {
        reject(error);
      }
    };
    const failed = (error: unknown): void => {
      scope?.f(error);
      step();
    };
    step();
  });
}

function finish(stack: new () => object, symbol: symbol, method: string): unknown {
  const prototype = stack.prototype as object;
  Object.defineProperty(prototype, symbol, {
    value: Reflect.get(prototype, method),
    writable: true,
    configurable: true,
  });
  Object.defineProperty(prototype, Symbol.toStringTag, { value: stack.name, configurable: true });
  return stack;
}

function callback(value: unknown): Callback {
  if (typeof value === 'function') return value as Callback;
  throw new TypeError(`${shown(value)} is not a function`);
}

function shown(value: unknown): string {
  return typeof value === 'object' && value !== null ? '#<Object>' : String(value);
}
