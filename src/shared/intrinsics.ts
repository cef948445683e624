/**
 * The language's own functions, kept before a program can patch them: what Node calls primordials.
 * Only the path that must not fail uses them (ports, output, the event loop, exit, the report of an
 * error), so that whatever a program makes of `Array.prototype` or `Atomics`, it ends with its exit
 * code and its last line. The rest of the runtime may fail with the error that the patch throws.
 */
export const { apply, getOwnPropertyDescriptor, ownKeys } = Reflect;
export const { add, compareExchange, exchange, load, notify, or, store, sub, wait } = Atomics;
export const { floor, ceil } = Math;
export const { stringify: toJson, parse: fromJson } = JSON;

const bytesPrototype = Object.getPrototypeOf(Uint8Array.prototype) as Uint8Array;
const { set, subarray } = bytesPrototype;
const { slice } = Array.prototype;

export function copyBytes(target: Uint8Array, source: Uint8Array, at: number): void {
  apply(set, target, [source, at]);
}

export function partOf(bytes: Uint8Array, from: number, to?: number): Uint8Array {
  return apply(subarray, bytes, [from, to]);
}

export function copyOf<T>(list: readonly T[]): T[] {
  return apply(slice, list, []);
}

/** Without spreading, which uses the iterator of arrays. */
export function listOf(first: unknown, rest: readonly unknown[]): unknown[] {
  const list = [first];
  for (let at = 0; at < rest.length; at++) list[at + 1] = rest[at];
  return list;
}

/** Collections whose methods are their own, so that patches of the global prototypes pass them by. */
export class SafeMap<K, V> extends Map<K, V> {}
export class SafeSet<T> extends Set<T> {}
export class SafeWeakMap<K extends WeakKey, V> extends WeakMap<K, V> {}
keepMethods(SafeMap, Map);
keepMethods(SafeSet, Set);
keepMethods(SafeWeakMap, WeakMap);

function keepMethods(safe: { prototype: object }, original: { prototype: object }): void {
  const { constructor: _, ...methods } = Object.getOwnPropertyDescriptors(original.prototype);
  Object.defineProperties(safe.prototype, methods);
}
