/**
 * `node:util/types`: what a value is by its internal slots, however it is disguised. V8's own checks
 * are out of reach, so each asks a built-in method that throws for a receiver without the slot.
 */
import { notImplemented } from './errors.ts';

type Probe = (this: unknown, ...args: never[]) => unknown;

function getterOf(prototype: object, key: PropertyKey): Probe {
  return Object.getOwnPropertyDescriptor(prototype, key)?.get as Probe;
}

function accepts(probe: Probe, value: unknown, ...args: unknown[]): boolean {
  try {
    return Reflect.apply(probe, value, args as never[]) !== undefined;
  } catch {
    // The receiver lacks the slot: that is the answer.
    return false;
  }
}

const byMethod = (probe: Probe) => (value: unknown) =>
  value !== null && typeof value === 'object' && accepts(probe, value, {});

const typedArrayTag = getterOf(
  Object.getPrototypeOf(Uint8Array.prototype) as object,
  Symbol.toStringTag,
);
const bufferLength = getterOf(ArrayBuffer.prototype, 'byteLength');
const sharedLength = getterOf(SharedArrayBuffer.prototype, 'byteLength');

const tagOf = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1);
const byTag =
  (type: 'object' | 'function', ...tags: string[]) =>
  (value: unknown): boolean =>
    value !== null && typeof value === type && tags.includes(tagOf(value));

const byTypedArray = (name: string) => (value: unknown) =>
  ArrayBuffer.isView(value) && Reflect.apply(typedArrayTag, value, []) === name;

const isErrorNatively = (Error as { isError?: (value: unknown) => boolean }).isError;

export const isDate = byMethod(Date.prototype.getTime) as (value: unknown) => value is Date;
export const isRegExp = byMethod(getterOf(RegExp.prototype, 'global')) as (
  value: unknown,
) => value is RegExp;
export const isMap = byMethod(Map.prototype.has) as (
  value: unknown,
) => value is Map<unknown, unknown>;
export const isSet = byMethod(Set.prototype.has) as (value: unknown) => value is Set<unknown>;
export const isWeakMap = byMethod(WeakMap.prototype.has);
export const isWeakSet = byMethod(WeakSet.prototype.has);
export const isNumberObject = byMethod(Number.prototype.valueOf);
export const isStringObject = byMethod(String.prototype.valueOf);
export const isBooleanObject = byMethod(Boolean.prototype.valueOf);
export const isBigIntObject = byMethod(BigInt.prototype.valueOf);
export const isSymbolObject = byMethod(Symbol.prototype.valueOf);
export const isArrayBuffer = byMethod(bufferLength);
export const isSharedArrayBuffer = byMethod(sharedLength);

export function isBoxedPrimitive(value: unknown): boolean {
  const checks = [isNumberObject, isStringObject, isBooleanObject, isBigIntObject, isSymbolObject];
  return checks.some((check) => check(value));
}

export function isAnyArrayBuffer(value: unknown): value is ArrayBufferLike {
  return isArrayBuffer(value) || isSharedArrayBuffer(value);
}

/** A `DOMException` has no error slot in V8. */
export function isNativeError(value: unknown): value is Error {
  if (typeof DOMException === 'function' && value instanceof DOMException) return false;
  return isErrorNatively ? isErrorNatively(value) : byTag('object', 'Error')(value);
}

export function isError(value: unknown): value is Error {
  return isNativeError(value) || value instanceof Error;
}

/** No built-in method tells a promise without using it; the tag and the prototype together do. */
export function isPromise(value: unknown): value is Promise<unknown> {
  return value instanceof Promise && value !== Promise.prototype;
}

/** The name of a typed array's class, undefined for anything else. */
export function typedArrayName(value: ArrayBufferView): string | undefined {
  return Reflect.apply(typedArrayTag, value, []) as string | undefined;
}

function isModuleNamespaceObject(value: unknown): boolean {
  return (
    value !== null &&
    typeof value === 'object' &&
    Object.getPrototypeOf(value) === null &&
    Object.getOwnPropertyDescriptor(value, Symbol.toStringTag)?.value === 'Module'
  );
}

function isProxy(): never {
  throw notImplemented('util.types.isProxy', 'a browser does not tell a proxy from its target');
}

const typedArrays = [
  'Uint8Array',
  'Uint8ClampedArray',
  'Uint16Array',
  'Uint32Array',
  'Int8Array',
  'Int16Array',
  'Int32Array',
  'Float16Array',
  'Float32Array',
  'Float64Array',
  'BigInt64Array',
  'BigUint64Array',
] as const;

export function createTypes() {
  const ofTypedArrays = Object.fromEntries(
    typedArrays.map((name) => [`is${name}`, byTypedArray(name)]),
  ) as Record<`is${(typeof typedArrays)[number]}`, (value: unknown) => boolean>;
  return {
    isExternal: (): boolean => false,
    isDate,
    isArgumentsObject: byTag('object', 'Arguments'),
    isBigIntObject,
    isBooleanObject,
    isNumberObject,
    isStringObject,
    isSymbolObject,
    isBoxedPrimitive,
    isNativeError,
    isRegExp,
    isAsyncFunction: byTag('function', 'AsyncFunction', 'AsyncGeneratorFunction'),
    isGeneratorFunction: byTag('function', 'GeneratorFunction', 'AsyncGeneratorFunction'),
    isGeneratorObject: byTag('object', 'Generator', 'AsyncGenerator'),
    isPromise,
    isMap,
    isSet,
    isMapIterator: byTag('object', 'Map Iterator'),
    isSetIterator: byTag('object', 'Set Iterator'),
    isWeakMap,
    isWeakSet,
    isArrayBuffer,
    isDataView: (value: unknown): boolean =>
      ArrayBuffer.isView(value) && typedArrayName(value) === undefined,
    isSharedArrayBuffer,
    isProxy,
    isModuleNamespaceObject,
    isAnyArrayBuffer,
    isCryptoKey: (value: unknown): boolean =>
      typeof CryptoKey === 'function' && value instanceof CryptoKey,
    isKeyObject: (): boolean => false,
    isArrayBufferView: ArrayBuffer.isView,
    isTypedArray: (value: unknown): boolean =>
      ArrayBuffer.isView(value) && typedArrayName(value) !== undefined,
    ...ofTypedArrays,
  };
}
