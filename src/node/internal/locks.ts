/**
 * `worker_threads.locks`: the Web Locks API over the kernel's lock table. As in Node, neither a lock
 * nor a request that has to wait keeps a thread alive: only what the kernel has not answered does.
 */
import type { LockMode, LockSnapshot } from '../../kernel/locks.ts';
import type { FromThread } from '../../kernel/protocol.ts';
import { invalidArgType } from './errors.ts';
import type { Thread } from './thread.ts';
import { validateFunction, validateOneOf } from './validators.ts';

interface LockOptions {
  mode?: LockMode;
  ifAvailable?: boolean;
  steal?: boolean;
  signal?: AbortSignal;
}

interface Lock {
  readonly name: string;
  readonly mode: LockMode;
}

type LockCallback = (lock: Lock | null) => unknown;

interface Waiting {
  name: string;
  mode: LockMode;
  callback: LockCallback;
  settle: PromiseWithResolvers<unknown>;
}

export function createLocks({ loop, context, system }: Thread) {
  const waiting = new Map<number, Waiting>();
  const holding = new Map<number, PromiseWithResolvers<unknown>>();
  /** Requests and releases that the kernel has not answered. */
  const unanswered = new Set<number>();
  const queries = new Map<number, (snapshot: LockSnapshot) => void>();
  let nextId = 1;

  const tell = (id: number, message: FromThread): void => {
    unanswered.add(id);
    loop.ref();
    system.post(message);
  };
  const onAnswer = (id: number): void => {
    if (unanswered.delete(id)) loop.unref();
  };
  const grant = (id: number, isGranted: boolean): void => {
    const entry = waiting.get(id);
    if (!entry) return;
    waiting.delete(id);
    const { name, mode, callback, settle } = entry;
    if (isGranted) holding.set(id, settle);
    const run = async (): Promise<unknown> => callback(isGranted ? { name, mode } : null);
    run()
      .then(settle.resolve, settle.reject)
      .finally(() => {
        if (holding.delete(id)) tell(id, { type: 'lock-release', id });
      });
  };
  system.on('lock-told', ({ id, outcome }) =>
    loop.dispatch(() => {
      if (outcome !== 'stolen') {
        onAnswer(id);
        if (outcome === 'granted' || outcome === 'unavailable') grant(id, outcome === 'granted');
        return;
      }
      const settle = holding.get(id);
      holding.delete(id);
      settle?.reject(new DOMException('The lock was stolen by another request', 'AbortError'));
    }),
  );
  system.on('lock-snapshot', ({ id, snapshot }) =>
    loop.dispatch(() => {
      loop.unref();
      queries.get(id)?.(snapshot);
      queries.delete(id);
    }),
  );

  const start = (name: string, options: LockOptions, callback: LockCallback): Promise<unknown> => {
    const { mode = 'exclusive', ifAvailable = false, steal = false, signal } = options;
    validateOneOf(mode, 'options.mode', ['shared', 'exclusive']);
    refuseContradictions(name, options);
    if (signal?.aborted) return Promise.reject(signal.reason);
    const id = nextId++;
    const settle = Promise.withResolvers<unknown>();
    waiting.set(id, { name, mode, callback: context.bind(callback as never), settle });
    signal?.addEventListener('abort', () => {
      if (!waiting.delete(id)) return;
      system.post({ type: 'lock-release', id });
      settle.reject(signal.reason);
    });
    tell(id, { type: 'lock-request', request: { id, name, mode, ifAvailable, steal } });
    return settle.promise;
  };

  class LockManager {
    async request(name: unknown, ...rest: [unknown, unknown?]): Promise<unknown> {
      const callback = rest.length > 1 ? rest[1] : rest[0];
      const options = rest.length > 1 ? rest[0] : {};
      validateFunction(callback, 'callback');
      if (options === null || typeof options !== 'object') {
        throw invalidArgType('options', 'Object', options);
      }
      return start(String(name), options, callback as LockCallback);
    }

    query(): Promise<LockSnapshot> {
      const id = nextId++;
      loop.ref();
      return new Promise((resolve) => {
        queries.set(id, resolve);
        system.post({ type: 'lock-query', id });
      });
    }
  }

  return new LockManager();
}

function refuseContradictions(name: string, options: LockOptions): void {
  const refuse = (message: string): never => {
    throw new DOMException(message, 'NotSupportedError');
  };
  const { ifAvailable, steal, signal, mode = 'exclusive' } = options;
  if (name.startsWith('-')) refuse('Lock name may not start with hyphen');
  if (ifAvailable && steal) refuse('ifAvailable and steal are mutually exclusive');
  if (steal && mode !== 'exclusive') refuse(`mode: "${mode}" and steal are mutually exclusive`);
  if (signal && (steal || ifAvailable)) {
    refuse(`signal and ${steal ? 'steal' : 'ifAvailable'} are mutually exclusive`);
  }
}
