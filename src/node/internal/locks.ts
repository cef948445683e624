/**
 * `worker_threads.locks`: the Web Locks API over the kernel's lock table, as Node 24 has it
 * (`lib/internal/locks.js`). A free lock's callback runs within the request, so the thread waits for
 * the kernel's answer; what is no promise gives the lock back at once; neither a lock nor a request
 * that has to wait keeps a thread alive. One thing is better here: a callback that throws gives its
 * lock back, which Node 24 then holds for ever.
 */
import type { LockCall, LockMode, LockSnapshot, LockTold } from '../../kernel/locks.ts';
import { nodeError } from './errors.ts';
import type { Thread } from './thread.ts';
import { isPromise } from './types.ts';
import { validateAbortSignal, validateFunction } from './validators.ts';

interface LockOptions {
  mode: LockMode;
  ifAvailable: boolean;
  steal: boolean;
  signal: AbortSignal | undefined;
}

type LockCallback = (lock: Lock | null) => unknown;

interface Waiting {
  name: string;
  mode: LockMode;
  callback: (lock: Lock | null) => unknown;
  settle: PromiseWithResolvers<unknown>;
}

export interface LocksHost {
  thread: Thread;
  publish: (channel: string, message: object) => void;
}

const internal = Symbol('internal');

class Lock {
  readonly #name: string;
  readonly #mode: LockMode;

  constructor(key: unknown, name: string, mode: LockMode) {
    if (key !== internal) throw illegal();
    this.#name = name;
    this.#mode = mode;
  }

  get name(): string {
    return this.#name;
  }

  get mode(): LockMode {
    return this.#mode;
  }
}

export function createLocks({ thread: { loop, context, system }, publish }: LocksHost) {
  const waiting = new Map<number, Waiting>();
  const holding = new Map<number, PromiseWithResolvers<unknown>>();
  let nextId = 1;

  const ask = (call: LockCall): void => {
    for (const told of system.call(call) as LockTold[]) hear(told);
  };
  const release = (id: number): void => {
    if (holding.delete(id)) ask({ op: 'lock', action: 'release', id });
  };
  const grant = (id: number, isGranted: boolean): void => {
    const entry = waiting.get(id);
    if (!entry) return;
    waiting.delete(id);
    const { name, mode, callback, settle } = entry;
    if (isGranted) holding.set(id, settle);
    const succeed = (value: unknown): void => {
      settle.resolve(value);
      release(id);
    };
    const fail = (error: unknown): void => {
      settle.reject(error);
      release(id);
    };
    try {
      const result = callback(isGranted ? new Lock(internal, name, mode) : null);
      if (isPromise(result)) result.then(succeed, fail);
      else {
        // Node resolves two promises with it, so that the `then` of a thenable is called twice.
        Promise.resolve(result).catch(() => undefined);
        succeed(result);
      }
    } catch (error) {
      fail(error);
    }
  };
  const hear = ([id, outcome]: LockTold): void => {
    if (outcome !== 'stolen') return grant(id, outcome === 'granted');
    const settle = holding.get(id);
    holding.delete(id);
    settle?.reject(new DOMException('The operation was aborted', 'AbortError'));
  };
  system.on('lock-told', ({ told }) => loop.dispatch(() => hear(told)));

  /** @returns what is settled once the lock was given back, or stolen */
  const start = (name: string, options: LockOptions, callback: LockCallback): Promise<unknown> => {
    const { mode, ifAvailable, steal } = options;
    const id = nextId++;
    const settle = Promise.withResolvers<unknown>();
    waiting.set(id, { name, mode, callback: context.bind(callback as never), settle });
    ask({ op: 'lock', action: 'request', request: { id, name, mode, ifAvailable, steal } });
    return settle.promise;
  };

  /** With a signal the callback runs a turn later, unless the signal was first. */
  const startUnlessAborted = (
    name: string,
    options: LockOptions & { signal: AbortSignal },
    callback: LockCallback,
    end: (error?: unknown) => void,
  ): Promise<unknown> => {
    const { signal } = options;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    let isGranted = false;
    const onAbort = (): void => {
      if (!isGranted) reject(signal.reason);
    };
    signal.addEventListener('abort', onAbort, { once: true });
    start(name, options, (lock) =>
      Promise.resolve().then(() => {
        if (signal.aborted) return undefined;
        isGranted = true;
        return callback(lock);
      }),
    )
      .then(
        (value) => {
          end();
          resolve(value);
        },
        (error: unknown) => {
          end(error);
          reject(error);
        },
      )
      .finally(() => signal.removeEventListener('abort', onAbort));
    return promise;
  };

  class LockManager {
    constructor(key?: unknown) {
      if (key !== internal) throw illegal();
    }

    async request(name: unknown, options: unknown, callback?: unknown): Promise<unknown> {
      const [given, action] = callback === undefined ? [undefined, options] : [options, callback];
      if (typeof name === 'symbol') {
        throw wrongType('Value is a Symbol and cannot be converted to a string.');
      }
      const text = String(name);
      validateFunction(action, 'callback');
      const checked = toOptions(typeof given === 'function' ? undefined : given);
      checked.signal?.throwIfAborted();
      refuseContradictions(text, checked);
      const { mode, ifAvailable, steal, signal } = checked;
      const tell = (event: string, more: object = {}): void =>
        publish(`locks.request.${event}`, { name: text, mode, ...more });
      const end = (error?: unknown): void => tell('end', { ifAvailable, steal, error });
      tell('start');
      const run = (lock: Lock | null): unknown => {
        if (lock) tell('grant');
        else tell('miss');
        return (action as LockCallback)(lock);
      };
      if (signal) return startUnlessAborted(text, { ...checked, signal }, run, end);
      try {
        const result = await start(text, checked, run);
        end();
        return result;
      } catch (error) {
        end(error);
        throw error;
      }
    }

    async query(): Promise<LockSnapshot> {
      const snapshot = system.call({ op: 'lock', action: 'query' }) as LockSnapshot;
      // As many turns of the microtask queue as in Node.
      return await Promise.resolve(snapshot).then((each) => each);
    }
  }
  show(LockManager, ['request', 'query']);
  return new LockManager(internal);
}

show(Lock, ['name', 'mode']);

/** Members of a web interface are enumerable, and the class has its tag. */
function show({ name, prototype }: { name: string; prototype: object }, members: string[]): void {
  for (const member of members) Object.defineProperty(prototype, member, { enumerable: true });
  const tag = { value: name, configurable: true };
  Object.defineProperty(prototype, Symbol.toStringTag, tag);
}

function toOptions(given: unknown): LockOptions {
  if (given !== undefined && given !== null && typeof given !== 'object') {
    throw wrongType('Value cannot be converted to a dictionary');
  }
  const { ifAvailable, mode = 'exclusive', signal, steal } = (given ?? {}) as Partial<LockOptions>;
  if (mode !== 'exclusive' && mode !== 'shared') {
    const message = `mode '${String(mode)}' is not a valid enum value of type LockMode.`;
    throw nodeError('ERR_INVALID_ARG_VALUE', message, TypeError);
  }
  const isObject = typeof signal === 'object' && signal !== null;
  if (signal !== undefined && !isObject) throw wrongType('signal is not an object.');
  if (isObject) validateAbortSignal(signal, 'options.signal');
  return { mode, ifAvailable: !!ifAvailable, steal: !!steal, signal };
}

function wrongType(message: string): Error {
  return nodeError('ERR_INVALID_ARG_TYPE', message, TypeError);
}

function illegal(): Error {
  return nodeError('ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor', TypeError);
}

function refuseContradictions(name: string, options: LockOptions): void {
  const refuse = (message: string): never => {
    throw new DOMException(message, 'NotSupportedError');
  };
  const { ifAvailable, steal, signal, mode } = options;
  if (name.startsWith('-')) refuse('Lock name may not start with hyphen');
  if (ifAvailable && steal) refuse('ifAvailable and steal are mutually exclusive');
  if (steal && mode !== 'exclusive') refuse('mode: "shared" and steal are mutually exclusive');
  if (signal && (steal || ifAvailable)) {
    refuse('signal cannot be used with steal or ifAvailable');
  }
}
