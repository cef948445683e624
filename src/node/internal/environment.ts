/**
 * `process.env`: strings by name. With `SHARE_ENV` several threads of a process use one environment,
 * which the kernel keeps; the object that programs hold stays the same when that begins.
 */
import { nodeError } from './errors.ts';
import type { System } from './system.ts';

/** Where the variables are. */
interface Store {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
  delete(name: string): void;
  all(): Record<string, string>;
}

export interface Environment {
  /** What programs see as `process.env`. */
  readonly variables: Record<string, string>;
  /** A copy of all variables. */
  copy(): Record<string, string>;
  /** From now on the kernel keeps them, for this thread and those that are started with them. */
  share(): void;
}

/** @param initial the variables, or `shared` when the creator of the thread shares its own */
export function createEnvironment(
  initial: Readonly<Record<string, string>> | 'shared',
  system: System,
): Environment {
  let store = initial === 'shared' ? sharedStore(system) : localStore(initial);
  let isShared = initial === 'shared';
  const variables = new Proxy({} as Record<string, string>, {
    get: (target, name) =>
      typeof name === 'string'
        ? (store.get(name) ?? (Reflect.get(Object.prototype, name) as string))
        : (Reflect.get(target, name) as string),
    has: (_, name) => typeof name === 'string' && store.get(name) !== undefined,
    set(_, name, value: unknown) {
      const text = toText(value);
      // As setenv(3): there is no variable without a name.
      if (name !== '') store.set(variableName(name), text);
      return true;
    },
    deleteProperty(_, name) {
      if (typeof name === 'string') store.delete(name);
      return true;
    },
    ownKeys: () => Object.keys(store.all()),
    getOwnPropertyDescriptor(_, name) {
      const value = typeof name === 'string' ? store.get(name) : undefined;
      if (value === undefined) return undefined;
      return { value, writable: true, enumerable: true, configurable: true };
    },
    defineProperty(_, name, descriptor) {
      checkDescriptor(descriptor);
      store.set(variableName(name), toText(descriptor.value));
      return true;
    },
  });
  return {
    variables,
    copy: () => ({ ...store.all() }),
    share() {
      if (isShared) return;
      system.call({ op: 'environment', action: 'share', all: store.all() });
      store = sharedStore(system);
      isShared = true;
    },
  };
}

function localStore(initial: Readonly<Record<string, string>>): Store {
  const variables = new Map(Object.entries(initial));
  return {
    get: (name) => variables.get(name),
    set: (name, value) => variables.set(name, value),
    delete: (name) => variables.delete(name),
    all: () => Object.fromEntries(variables),
  };
}

function sharedStore(system: System): Store {
  return {
    get: (name) =>
      (system.call({ op: 'environment', action: 'get', name }) as string | null) ?? undefined,
    set: (name, value) => {
      system.call({ op: 'environment', action: 'set', name, value });
    },
    delete: (name) => {
      system.call({ op: 'environment', action: 'delete', name });
    },
    all: () => system.call({ op: 'environment', action: 'all' }) as Record<string, string>,
  };
}

function variableName(name: string | symbol): string {
  if (typeof name === 'string') return name;
  throw new TypeError('Cannot convert a Symbol value to a string');
}

function toText(value: unknown): string {
  if (typeof value === 'symbol') throw new TypeError('Cannot convert a Symbol value to a string');
  return String(value);
}

function checkDescriptor(descriptor: PropertyDescriptor): void {
  const refuse = (what: string): never => {
    const message = `'process.env' ${what}`;
    throw nodeError('ERR_INVALID_OBJECT_DEFINE_PROPERTY', message, TypeError);
  };
  if (descriptor.get || descriptor.set)
    refuse('does not accept an accessor(getter/setter) descriptor');
  if (!descriptor.configurable || !descriptor.writable || !descriptor.enumerable) {
    refuse('only accepts a configurable, writable, and enumerable data descriptor');
  }
}
