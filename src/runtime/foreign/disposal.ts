/**
 * What a scope disposes of and in which order, after "DisposeCapability Records" of ECMA-262, for
 * engines that lack `using`: the compiler's lowered form works with it, and so do the stacks.
 */

type Method = (this: unknown) => unknown;
type SuppressedErrorMaker = (error: unknown, suppressed: unknown) => unknown;

interface Resource {
  isAsync: boolean;
  /** Undefined for `null` and `undefined`, which are only awaited. */
  dispose: (() => unknown) | undefined;
}

const { apply } = Reflect;

/** How the scopes of a program make errors and show them to the program. */
export interface DisposalErrors {
  suppressed: SuppressedErrorMaker;
  /** Told of everything that is caught. */
  adopt(error: unknown): void;
}

export class Disposal {
  readonly #errors: DisposalErrors;
  readonly #resources: Resource[] = [];
  #failure: { error: unknown } | undefined;
  #needsAwait = false;
  #hasAwaited = false;
  /** What is to be awaited when `n` has returned true. */
  v: unknown;

  constructor(errors: DisposalErrors) {
    this.#errors = errors;
  }

  /**
   * Adds what `using` declares.
   * @returns it
   * @throws {TypeError} when it cannot be disposed of
   */
  a<T>(value: T): T {
    if (value !== null && value !== undefined) this.#add(value, false, methodOf(value, 'dispose'));
    return value;
  }

  /** As `a`, for what `await using` declares. */
  b<T>(value: T): T {
    if (value === null || value === undefined) {
      this.#resources.push({ isAsync: true, dispose: undefined });
      return value;
    }
    const method = methodOf(value, 'asyncDispose');
    if (method) this.#add(value, true, method);
    else {
      const sync = callable(methodOf(value, 'dispose'), 'dispose');
      this.#add(value, true, async function (this: unknown) {
        apply(sync, this, []);
      });
    }
    return value;
  }

  /** Notes what was thrown; it is thrown by `e`. */
  f(error: unknown): void {
    const { adopt, suppressed } = this.#errors;
    adopt(error);
    this.#failure = {
      error: this.#failure ? suppressed(error, this.#failure.error) : error,
    };
  }

  /** Disposes of what is left, the last first. @returns true when `v` has to be awaited before more */
  n(): boolean {
    for (;;) {
      const resource = this.#resources.at(-1);
      if (this.#needsAwait && !this.#hasAwaited && !resource?.isAsync) return this.#awaitNothing();
      if (!resource) return false;
      this.#resources.pop();
      if (!resource.dispose) this.#needsAwait = true;
      else if (this.#call(resource.dispose) && resource.isAsync) {
        this.#hasAwaited = true;
        return true;
      }
    }
  }

  /** Disposes of what is left, and throws what `f` was told. */
  e(): void {
    this.n();
    if (this.#failure) throw this.#failure.error;
  }

  /** Adds a call, as the stacks' `adopt` and `defer` do. */
  defer(call: () => unknown, isAsync: boolean): void {
    this.#resources.push({ isAsync, dispose: call });
  }

  #add(value: unknown, isAsync: boolean, method: unknown): void {
    const dispose = callable(method, isAsync ? 'asyncDispose' : 'dispose');
    this.defer(() => apply(dispose, value, []), isAsync);
  }

  /** @returns whether it did not throw */
  #call(dispose: () => unknown): boolean {
    try {
      this.v = dispose();
      return true;
    } catch (error) {
      this.f(error);
      return false;
    }
  }

  #awaitNothing(): true {
    this.#needsAwait = false;
    this.v = undefined;
    return true;
  }
}

/** @returns undefined where there is none */
function methodOf(value: unknown, symbol: 'dispose' | 'asyncDispose'): unknown {
  if (typeof value !== 'object' && typeof value !== 'function') {
    throw new TypeError('An object is expected with `using` declarations');
  }
  return Reflect.get(value as object, Symbol[symbol]) ?? undefined;
}

function callable(method: unknown, symbol: 'dispose' | 'asyncDispose'): Method {
  if (typeof method === 'function') return method as Method;
  throw new TypeError(`Symbol(Symbol.${symbol}) is not a function`);
}
