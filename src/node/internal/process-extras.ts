/**
 * What `process` has beyond what every program needs: users, measurements, the environment's file,
 * references. Node's names and checks; where a browser does not tell, the ledger says what is given.
 */
import { SystemError } from '../../kernel/system-error.ts';
import { resolvePath } from '../../shared/paths.ts';
import { toMode } from '../fs/arguments.ts';
import {
  invalidArgType,
  invalidArgValue,
  nodeError,
  notImplemented,
  outOfRange,
} from './errors.ts';
import { format } from './inspect.ts';
import { parseEnvText } from './parse-env.ts';
import { isMain, type Thread } from './thread.ts';
import {
  validateArray,
  validateBoolean,
  validateFunction,
  validateObject,
  validateString,
} from './validators.ts';

export interface ProcessExtrasOptions {
  thread: Thread;
  cwd: () => string;
  env: () => Record<string, string | undefined>;
  getBuiltin: (name: string) => object | undefined;
  on: (event: 'exit' | 'beforeExit', listener: () => void) => unknown;
  stdin: () => { resume(): unknown };
}

interface Usage {
  user: number;
  system: number;
}

type Finalizer = (object: object, event: 'exit' | 'beforeExit') => void;

/** Every process of a run belongs to one user, who may not become another. */
const USER = 1000;
const GROUP = 1000;
/** Those that every Linux machine knows, and the reader. */
const users: Readonly<Record<string, number>> = { root: 0, nobody: 65534, reader: USER };
const groups: Readonly<Record<string, number>> = { root: 0, nogroup: 65534, reader: GROUP };

export function createProcessExtras(options: ProcessExtrasOptions) {
  const { thread, cwd, env, getBuiltin, on, stdin } = options;
  let umask = 0o022;

  /** Microseconds in which the thread did not wait for events. */
  const busy = (): number => Math.max(0, Math.round((thread.now() - thread.loop.idleTime) * 1000));

  const usageSince = (previous: unknown): Usage => {
    const now = { user: busy(), system: 0 };
    if (previous === undefined || previous === null || previous === false) return now;
    if (typeof previous !== 'object' || Array.isArray(previous)) {
      throw invalidArgType('prevValue', 'object', previous);
    }
    const { user, system } = previous as Record<string, unknown>;
    checkUsage('prevValue.user', user);
    checkUsage('prevValue.system', system);
    return { user: Math.max(0, now.user - Number(user)), system: 0 };
  };

  const finalizers = new Map<'exit' | 'beforeExit', Set<WeakRef<object>>>();
  const callbacks = new WeakMap<object, Finalizer>();
  const follow = (event: 'exit' | 'beforeExit', object: unknown, callback: unknown): void => {
    validateObject(object, 'obj');
    validateFunction(callback, 'fn');
    if (!finalizers.has(event)) {
      finalizers.set(event, new Set());
      on(event, () => {
        for (const reference of finalizers.get(event) ?? []) {
          const target = reference.deref();
          if (target) callbacks.get(target)?.(target, event);
        }
      });
    }
    callbacks.set(object, callback as unknown as Finalizer);
    finalizers.get(event)?.add(new WeakRef(object));
  };

  const inMain = <A extends unknown[]>(name: string, change: (...args: A) => void) => {
    return (...args: A): void => {
      if (!isMain(thread)) {
        const message = `process.${name}() is not supported in workers`;
        throw nodeError('ERR_WORKER_UNSUPPORTED_OPERATION', message, TypeError);
      }
      change(...args);
    };
  };
  const setter = (name: string, kind: 'User' | 'Group') =>
    inMain(name, (id: unknown) => {
      const own = kind === 'User' ? USER : GROUP;
      if (toIdentity(id, 'id', kind) !== own) throw notPermitted(name);
    });

  return {
    availableMemory: (): number => heap().limit - heap().used,
    /** No limit is known. */
    constrainedMemory: (): number => 0,
    cpuUsage: usageSince,
    threadCpuUsage(previous: unknown): Usage {
      if (previous !== undefined) validateUsage(previous);
      return usageSince(previous);
    },
    resourceUsage: (): Record<string, number> => ({
      userCPUTime: busy(),
      systemCPUTime: 0,
      maxRSS: Math.ceil(heap().used / 1024),
      ...Object.fromEntries(unknownResources.map((name) => [name, 0])),
    }),
    /** Checks what Node checks. @throws always: a worker cannot become another program */
    execve(path: unknown, args: unknown = [], variables: unknown = env()): never {
      if (!isMain(thread)) {
        const message = 'Calling process.execve is not supported in workers';
        throw nodeError('ERR_WORKER_UNSUPPORTED_OPERATION', message, TypeError);
      }
      validateString(path, 'execPath');
      validateArray(args, 'args');
      for (const [at, each] of args.entries()) {
        if (typeof each === 'string' && !each.includes('\0')) continue;
        throw invalidArgValue(`args[${at}]`, each, 'must be a string without null bytes');
      }
      validateObject(variables, 'env');
      for (const [name, value] of Object.entries(variables as object)) {
        if (typeof value === 'string' && !value.includes('\0') && !name.includes('\0')) continue;
        const reason = 'must be an object with string keys and values without null bytes';
        throw invalidArgValue('env', variables, reason);
      }
      const why = 'a browser’s worker cannot become another program; use spawn';
      throw notImplemented('process.execve', why);
    },
    getActiveResourcesInfo: (): string[] => thread.loop.activeKinds,
    getuid: () => USER,
    geteuid: () => USER,
    getgid: () => GROUP,
    getegid: () => GROUP,
    getgroups: () => [GROUP],
    setuid: setter('setuid', 'User'),
    seteuid: setter('seteuid', 'User'),
    setgid: setter('setgid', 'Group'),
    setegid: setter('setegid', 'Group'),
    setgroups: inMain('setgroups', (groups: unknown) => {
      if (!Array.isArray(groups)) throw invalidArgType('groups', 'Array', groups);
      groups.forEach((group, at) => {
        toIdentity(group, `groups[${at}]`, 'Group');
      });
      throw notPermitted('setgroups');
    }),
    initgroups: inMain('initgroups', (user: unknown, extraGroup: unknown) => {
      checkIdentity(user, 'user');
      checkIdentity(extraGroup, 'extraGroup');
      toIdentity(extraGroup, 'extraGroup', 'Group');
      toIdentity(user, 'user', 'User');
      throw notPermitted('initgroups');
    }),
    /** Kept, without effect: see the ledger. */
    umask(mask?: unknown): number {
      const before = umask;
      if (mask === undefined) return before;
      if (!isMain(thread)) {
        const message = 'Setting process.umask() is not supported in workers';
        throw nodeError('ERR_WORKER_UNSUPPORTED_OPERATION', message, TypeError);
      }
      umask = toMode(mask, 0, 'mask') & 0o777;
      return before;
    },
    getBuiltinModule(name: unknown): object | undefined {
      validateString(name, 'id');
      return getBuiltin(name);
    },
    loadEnvFile(path: unknown = '.env'): void {
      const file = path instanceof URL ? decodeURIComponent(path.pathname) : path;
      if (typeof file !== 'string') validateString(file, 'path');
      let text: string;
      try {
        const call = { op: 'read-source', path: resolvePath(cwd(), String(file)) } as const;
        text = (thread.system.call(call) as { text: string }).text;
      } catch (error) {
        if (!(error instanceof SystemError)) throw error;
        const message = `${error.code}: no such file or directory, open '${String(file)}'`;
        const { code, errno } = error;
        throw Object.assign(new Error(message), { errno, code, syscall: 'open', path: file });
      }
      const variables = env();
      for (const [name, value] of Object.entries(parseEnvText(text))) {
        if (variables[name] === undefined) variables[name] = value;
      }
    },
    ref: (object: unknown) => callEither(object, 'ref'),
    unref: (object: unknown) => callEither(object, 'unref'),
    openStdin(): unknown {
      stdin().resume();
      return stdin();
    },
    setSourceMapsEnabled(isEnabled: unknown): void {
      validateBoolean(isEnabled, 'val');
      if (!isEnabled) return;
      throw notImplemented('process.setSourceMapsEnabled', 'stacks show the author’s lines anyway');
    },
    finalization: {
      register: (object: unknown, callback: unknown) => follow('exit', object, callback),
      registerBeforeExit: (object: unknown, callback: unknown) =>
        follow('beforeExit', object, callback),
      unregister(object: unknown): void {
        if (object !== null && typeof object === 'object') callbacks.delete(object);
      },
    },
    _rawDebug: (...args: unknown[]): void => void thread.system.write(2, `${format(...args)}\n`),
  };
}

const unknownResources = [
  'sharedMemorySize',
  'unsharedDataSize',
  'unsharedStackSize',
  'minorPageFault',
  'majorPageFault',
  'swappedOut',
  'fsRead',
  'fsWrite',
  'ipcSent',
  'ipcReceived',
  'signalsCount',
  'voluntaryContextSwitches',
  'involuntaryContextSwitches',
];

/** Chromium alone tells, and of its heap alone. */
function heap(): { limit: number; used: number } {
  const { memory } = performance as { memory?: Record<string, number> };
  return { limit: memory?.jsHeapSizeLimit ?? 2 ** 32, used: memory?.usedJSHeapSize ?? 0 };
}

function checkUsage(name: string, value: unknown): void {
  if (typeof value !== 'number') throw invalidArgType(name, 'number', value);
  if (value >= 0 && value <= Number.MAX_SAFE_INTEGER) return;
  throw asRangeError(invalidArgValue(name, value));
}

function validateUsage(value: unknown): void {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw invalidArgType('prevValue', 'object', value);
  }
}

/** Node has this code both as a `TypeError` and as a `RangeError`. */
function asRangeError({ code, message }: Error & { code: string }): Error {
  return nodeError(code, message, RangeError);
}

function checkIdentity(id: unknown, name: string): void {
  if (typeof id === 'number') {
    if (Number.isInteger(id) && id >= 0 && id <= 2 ** 32 - 1) return;
    throw Number.isInteger(id)
      ? outOfRange(name, '>= 0 && < 4294967296', id)
      : outOfRange(name, 'an integer', id);
  }
  if (typeof id !== 'string') throw invalidArgType(name, ['number', 'string'], id);
}

/** There is one user, and one group of the same name. */
function toIdentity(id: unknown, name: string, kind: 'User' | 'Group'): number {
  checkIdentity(id, name);
  if (typeof id === 'number') return id;
  const known = (kind === 'User' ? users : groups)[id as string];
  if (known !== undefined) return known;
  const message = `${kind} identifier does not exist: ${String(id)}`;
  throw nodeError('ERR_UNKNOWN_CREDENTIAL', message);
}

function notPermitted(syscall: string): Error {
  const message = 'EPERM, Operation not permitted';
  return Object.assign(new Error(message), { errno: 1, code: 'EPERM', syscall });
}

function callEither(object: unknown, name: 'ref' | 'unref'): void {
  const target = object as Record<PropertyKey, (() => void) | undefined> | null | undefined;
  const method = target?.[Symbol.for(`nodejs.${name}`)] ?? target?.[name];
  if (typeof method === 'function') Reflect.apply(method, target, []);
}
