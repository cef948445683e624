/**
 * `mock` of `node:test`: functions that note their calls, and properties and timers exchanged for the
 * length of a test. Follows the documentation of `MockTracker`; modules cannot be mocked here, for
 * they are linked before a test runs.
 */
import { invalidArgType, invalidArgValue, notImplemented } from '../internal/errors.ts';
import { validateFunction, validateInteger, validateObject } from '../internal/validators.ts';

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;
type Key = string | symbol;

export interface MockCall {
  arguments: unknown[];
  error: unknown;
  result: unknown;
  stack: Error;
  target: unknown;
  this: unknown;
}

interface MethodOptions {
  getter?: boolean;
  setter?: boolean;
  times?: number;
}

/** What `fn.mock` is. */
export class MockFunctionContext {
  #calls: MockCall[] = [];
  #implementation: AnyFunction;
  readonly #original: AnyFunction;
  readonly #once = new Map<number, AnyFunction>();
  readonly #undo: () => void;
  readonly #times: number;

  constructor(original: AnyFunction, implementation: AnyFunction, times: number, undo: () => void) {
    this.#original = original;
    this.#implementation = implementation;
    this.#times = times;
    this.#undo = undo;
  }

  get calls(): MockCall[] {
    return [...this.#calls];
  }

  callCount(): number {
    return this.#calls.length;
  }

  mockImplementation(implementation: unknown): void {
    validateFunction(implementation, 'implementation');
    this.#implementation = implementation as AnyFunction;
  }

  /** @param onCall which call of the function it answers; the next if not given */
  mockImplementationOnce(implementation: unknown, onCall = this.#calls.length): void {
    validateFunction(implementation, 'implementation');
    validateInteger(onCall, 'onCall', this.#calls.length);
    this.#once.set(onCall, implementation as AnyFunction);
  }

  resetCalls(): void {
    this.#calls = [];
  }

  restore(): void {
    this.#undo();
    this.#implementation = this.#original;
    this.#once.clear();
  }

  /** For the mocked function: the implementation of its next call. */
  _next(): AnyFunction {
    const at = this.#calls.length;
    const next = this.#once.get(at) ?? this.#implementation;
    // After the last of the calls that it was made for, it puts the original back.
    if (at + 1 === this.#times) this.restore();
    this.#once.delete(at);
    return next;
  }

  _note(call: MockCall): void {
    this.#calls.push(call);
  }
}

export class MockTracker {
  readonly #mocks: MockFunctionContext[] = [];

  /** A function that notes its calls. `original` answers those that `implementation` does not. */
  fn(first?: unknown, second?: unknown, third?: unknown): AnyFunction {
    const isOptions = (value: unknown): boolean => value !== null && typeof value === 'object';
    const original = typeof first === 'function' ? (first as AnyFunction) : () => undefined;
    const implementation = typeof second === 'function' ? (second as AnyFunction) : original;
    const options = [first, second, third].find(isOptions) as MethodOptions | undefined;
    for (const [name, value] of Object.entries({ original: first, implementation: second })) {
      if (value !== undefined && !isOptions(value)) validateFunction(value, name);
    }
    return this.#make(original, implementation, timesOf(options), () => undefined);
  }

  /** Exchanges a method, getter or setter of `object` until it is restored. */
  method(object: unknown, name: Key, second?: unknown, third?: unknown): AnyFunction {
    const isTarget =
      typeof object === 'function' || (object !== null && typeof object === 'object');
    if (!isTarget) throw invalidArgType('object', 'Object', object);
    const options = (typeof second === 'function' ? third : second) as MethodOptions | undefined;
    if (options !== undefined) validateObject(options, 'options');
    const found = findProperty(object as object, name);
    const slot = options?.getter ? 'get' : options?.setter ? 'set' : 'value';
    const original: unknown = found?.[slot];
    if (typeof original !== 'function') {
      throw invalidArgValue('methodName', original, 'must be a method');
    }
    const own = Object.getOwnPropertyDescriptor(object as object, name);
    const undo = (): void => {
      if (own) Object.defineProperty(object as object, name, own);
      else Reflect.deleteProperty(object as object, name);
    };
    const implementation = typeof second === 'function' ? second : original;
    const mocked = this.#make(
      original as AnyFunction,
      implementation as AnyFunction,
      timesOf(options),
      undo,
    );
    Object.defineProperty(object as object, name, { ...found, configurable: true, [slot]: mocked });
    return mocked;
  }

  getter(object: unknown, name: Key, second?: unknown, third?: MethodOptions): AnyFunction {
    return this.#accessor('getter', object, name, second, third);
  }

  setter(object: unknown, name: Key, second?: unknown, third?: MethodOptions): AnyFunction {
    return this.#accessor('setter', object, name, second, third);
  }

  module(): never {
    throw notImplemented('mock.module', 'modules are linked before a test could exchange them');
  }

  get timers(): never {
    throw notImplemented('mock.timers', 'not written yet');
  }

  /** Puts everything back, and forgets it. */
  reset(): void {
    this.restoreAll();
    this.#mocks.length = 0;
  }

  restoreAll(): void {
    for (const mock of this.#mocks) mock.restore();
  }

  #accessor(
    kind: 'getter' | 'setter',
    object: unknown,
    name: Key,
    second: unknown,
    third: MethodOptions | undefined,
  ): AnyFunction {
    const isGiven = typeof second === 'function';
    const options = { ...((isGiven ? third : second) as MethodOptions), [kind]: true };
    return isGiven
      ? this.method(object, name, second, options)
      : this.method(object, name, options);
  }

  #make(
    original: AnyFunction,
    implementation: AnyFunction,
    times: number,
    undo: () => void,
  ): AnyFunction {
    const context = new MockFunctionContext(original, implementation, times, undo);
    this.#mocks.push(context);
    const note = (call: Partial<MockCall>, args: unknown[]): void =>
      context._note({
        arguments: args,
        error: undefined,
        result: undefined,
        stack: new Error(),
        target: undefined,
        this: undefined,
        ...call,
      });
    return new Proxy(original, {
      apply(_target, self, args: unknown[]) {
        try {
          const result = Reflect.apply(context._next(), self, args);
          note({ result, this: self }, args);
          return result;
        } catch (error) {
          note({ error, this: self }, args);
          throw error;
        }
      },
      construct(target, args: unknown[], newTarget) {
        try {
          const result = Reflect.construct(context._next(), args, newTarget) as object;
          note({ result, this: result, target }, args);
          return result;
        } catch (error) {
          note({ error, target }, args);
          throw error;
        }
      },
      get: (target, key, receiver): unknown =>
        key === 'mock' ? context : Reflect.get(target, key, receiver),
    });
  }
}

function timesOf(options: MethodOptions | undefined): number {
  const { times = Number.POSITIVE_INFINITY } = options ?? {};
  if (times !== Number.POSITIVE_INFINITY) validateInteger(times, 'options.times', 1);
  return times;
}

function findProperty(object: object, name: Key): PropertyDescriptor | undefined {
  for (let at: object | null = object; at !== null; at = Object.getPrototypeOf(at)) {
    const found = Object.getOwnPropertyDescriptor(at, name);
    if (found) return found;
  }
  return undefined;
}
