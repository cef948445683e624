/** What cannot be cloned, in V8's words: they name the value, other engines only its kind. */

const V8_FORM = /(?:=>|\}|\)|>) could not be cloned\.$/s;
const REFUSED = [WeakMap, WeakSet, WeakRef, Promise];
/** Node's words for what has to be in the list of what is transferred. */
const UNLISTED = 'Object that needs transfer was found in message but not listed in transferList';

type Send = (this: unknown, ...args: unknown[]) => unknown;

/** Replaces the functions that clone. */
export function installCloneWords(): void {
  const { MessagePort, BroadcastChannel } = globalThis;
  replace(MessagePort.prototype, 'postMessage');
  replace(BroadcastChannel.prototype, 'postMessage');
  replace(globalThis, 'structuredClone');
}

function replace(holder: object, name: string): void {
  const native = Reflect.get(holder, name) as Send;
  const wrapper = {
    [name](this: unknown, ...args: unknown[]): unknown {
      try {
        return Reflect.apply(native, this, args);
      } catch (error) {
        throw inV8sWords(error, args);
      }
    },
  }[name];
  Object.defineProperty(holder, name, { value: wrapper, writable: true, configurable: true });
}

function inV8sWords(error: unknown, [value, options]: unknown[]): unknown {
  const isRefusal = error instanceof DOMException && error.name === 'DataCloneError';
  if (!isRefusal && !(error instanceof TypeError)) return error;
  if (isRefusal && V8_FORM.test(error.message)) return error;
  const listed = Array.isArray(options)
    ? options
    : (((options as { transfer?: unknown[] } | undefined)?.transfer ?? []) as unknown[]);
  const found = findRefused(value, new Set(listed));
  if (!found) return error;
  const isPort = found.value instanceof MessagePort;
  const words = isPort ? UNLISTED : `${shown(found.value)} could not be cloned.`;
  return new DOMException(words, 'DataCloneError');
}

/** The first value in the order of the clone that no engine clones. */
function findRefused(value: unknown, seen: Set<unknown>): { value: unknown } | undefined {
  if (typeof value === 'function' || typeof value === 'symbol') return { value };
  if (typeof value !== 'object' || value === null || seen.has(value)) return undefined;
  seen.add(value);
  if (value instanceof MessagePort || REFUSED.some((kind) => value instanceof kind))
    return { value };
  if (ArrayBuffer.isView(value)) return undefined;
  const parts =
    value instanceof Map || value instanceof Set ? [...value].flat(1) : Object.values(value);
  for (const part of parts) {
    const found = findRefused(part, seen);
    if (found) return found;
  }
  return undefined;
}

function shown(value: unknown): string {
  return typeof value === 'object' ? `#<${value?.constructor.name}>` : String(value);
}
