/**
 * What V8's own serialiser, which Node uses between processes, makes of a message: it knows no
 * shared memory, so the buffers are refused and a view of one becomes a copy; and its errors are
 * plain ones. Structured clone, which ports use, shares what is shared.
 */
import { loadedPart } from './parts.ts';

/** @throws {Error} where a part cannot be cloned or is shared memory */
export function unsharedCopy(message: unknown): unknown {
  let copy: unknown;
  try {
    copy = structuredClone(message);
  } catch (error) {
    if (error instanceof DOMException) throw new Error(error.message);
    throw error;
  }
  return hasSharedView(message, new Set()) ? withCopiedViews(copy, new Map()) : copy;
}

/** @returns the parts of `copy` that are Buffers in `message`: structured clone makes them plain bytes */
export function buffersIn(message: unknown, copy: unknown): Uint8Array[] {
  const { Buffer } = loadedPart('library') ?? {};
  return Buffer ? pairedBuffers(Buffer, message, copy, new Set()) : [];
}

function pairedBuffers(
  Buffer: { isBuffer(value: unknown): boolean },
  value: unknown,
  copy: unknown,
  seen: Set<unknown>,
): Uint8Array[] {
  if (value === null || typeof value !== 'object' || seen.has(value)) return [];
  seen.add(value);
  if (Buffer.isBuffer(value)) return [copy as Uint8Array];
  if (ArrayBuffer.isView(value)) return [];
  const copies = partsOf(copy as object);
  const parts = partsOf(value);
  if (copies.length !== parts.length) return [];
  return parts.flatMap((part, at) => pairedBuffers(Buffer, part, copies[at], seen));
}

/**
 * Searches the message itself, as WebKit's copy of a shared buffer is a plain one.
 *
 * @throws where a part is shared memory
 */
function hasSharedView(value: unknown, seen: Set<unknown>): boolean {
  if (value === null || typeof value !== 'object' || seen.has(value)) return false;
  seen.add(value);
  if (value instanceof SharedArrayBuffer) {
    throw new Error('#<SharedArrayBuffer> could not be cloned.');
  }
  if (ArrayBuffer.isView(value)) return value.buffer instanceof SharedArrayBuffer;
  let isFound = false;
  for (const part of partsOf(value)) isFound = hasSharedView(part, seen) || isFound;
  return isFound;
}

/** What is cloned with `value`, without calling its getters. */
function partsOf(value: object): unknown[] {
  if (value instanceof Map || value instanceof Set) return [...value.entries()].flat();
  const isError = value instanceof Error;
  return Object.values(Object.getOwnPropertyDescriptors(value))
    .filter(({ enumerable }) => enumerable || isError)
    .map((each) => each.value as unknown);
}

/** Changes `value`, which is nobody else's, in place. */
function withCopiedViews(value: unknown, seen: Map<unknown, unknown>): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (seen.has(value)) return seen.get(value);
  const result = ArrayBuffer.isView(value) ? copyOfView(value) : value;
  seen.set(value, result);
  if (result !== value || value instanceof ArrayBuffer) return result;
  const copied = (each: unknown): unknown => withCopiedViews(each, seen);
  if (value instanceof Map || value instanceof Set) {
    const entries = [...value.entries()];
    value.clear();
    for (const [key, each] of entries) {
      if (value instanceof Map) value.set(copied(key), copied(each));
      else value.add(copied(key));
    }
    return value;
  }
  for (const key of Object.getOwnPropertyNames(value)) {
    const each: unknown = Reflect.get(value, key);
    if (typeof each === 'object') Reflect.set(value, key, copied(each));
  }
  return value;
}

function copyOfView(view: ArrayBufferView): object {
  const { buffer, byteOffset, byteLength } = view;
  const bytes = new Uint8Array(new Uint8Array(buffer, byteOffset, byteLength)).buffer;
  return Reflect.construct(view.constructor, [bytes]) as object;
}
