/**
 * Where MDN documents a name of JavaScript or of the web platform. The path follows from the name
 * once it is known which of the two it belongs to, and whether it is static.
 */

const mdn = 'https://developer.mozilla.org/en-US/docs/Web/';

const typedArrays =
  'Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array BigInt64Array BigUint64Array'.split(
    ' ',
  );

/** Objects that ECMAScript defines. */
const builtins = new Set([
  ...typedArrays,
  ...'AggregateError Array ArrayBuffer AsyncDisposableStack AsyncGenerator AsyncGeneratorFunction Atomics BigInt DataView Date DisposableStack Error FinalizationRegistry Function Generator Infinity Iterator JSON Map Math Number Object Promise Proxy RangeError Reflect RegExp Set SharedArrayBuffer String SuppressedError Symbol TypeError WeakMap WeakRef WeakSet globalThis'.split(
    ' ',
  ),
]);

/** Interfaces of the web that Node has as globals. */
const interfaces = new Set(
  'AbortController AbortSignal Blob BroadcastChannel CountQueuingStrategy CustomEvent DOMException Event EventTarget LockManager MessageChannel MessageEvent MessagePort Navigator Performance ReadableStream Request Response SharedWorker TextDecoder TextEncoder TransformStream URL URLSearchParams Worker WritableStream'.split(
    ' ',
  ),
);

/** What a web page writes is a method or property of an object with another name. */
const instances: Readonly<Record<string, string>> = {
  navigator: 'API/Navigator',
  'navigator.hardwareConcurrency': 'API/Navigator/hardwareConcurrency',
  'navigator.locks': 'API/Navigator/locks',
  'navigator.locks.request': 'API/LockManager/request',
  'navigator.locks.query': 'API/LockManager/query',
  performance: 'API/Performance',
  'performance.now': 'API/Performance/now',
  'performance.mark': 'API/Performance/mark',
  'performance.measure': 'API/Performance/measure',
  structuredClone: 'API/Window/structuredClone',
  fetch: 'API/Window/fetch',
  reportError: 'API/Window/reportError',
  'crypto.randomUUID': 'API/Crypto/randomUUID',
};

/** Static methods of interfaces: MDN gives them a suffix. */
const statics = new Set([
  'AbortSignal.abort',
  'AbortSignal.any',
  'AbortSignal.timeout',
  'ReadableStream.from',
  'Response.json',
  'URL.canParse',
  'URL.createObjectURL',
]);

const syntax: Readonly<Record<string, string>> = {
  'async function': 'Statements/async_function',
  'async function*': 'Statements/async_function*',
  'async generator': 'Statements/async_function*',
  await: 'Operators/await',
  'await using': 'Statements/await_using',
  class: 'Statements/class',
  'for await...of': 'Statements/for-await...of',
  'for await': 'Statements/for-await...of',
  'function*': 'Statements/function*',
  import: 'Statements/import',
  'import()': 'Operators/import',
  'import.meta': 'Operators/import.meta',

  throw: 'Statements/throw',
  'try...catch': 'Statements/try...catch',
  'try...finally': 'Statements/try...catch',
  using: 'Statements/using',
  yield: 'Operators/yield',
};

/** @returns the address of the documentation, or undefined for a name that MDN does not know */
export function webHref(name: string): string | undefined {
  if (Object.hasOwn(syntax, name)) return `${mdn}JavaScript/Reference/${syntax[name]}`;
  if (Object.hasOwn(instances, name)) return mdn + instances[name];
  const [object = '', ...members] = name.replace('.prototype.', '.').split('.');
  if (members.length > 1 || !/^\w*$/.test(members[0] ?? '')) return undefined;
  const member = members[0];
  if (builtins.has(object)) {
    return `${mdn}JavaScript/Reference/Global_Objects/${builtinPath(object, member)}`;
  }
  if (!interfaces.has(object)) return undefined;
  if (member === undefined) return `${mdn}API/${object}`;
  return `${mdn}API/${object}/${member}${statics.has(name) ? '_static' : ''}`;
}

/** The methods of all typed arrays are described once. */
function builtinPath(object: string, member: string | undefined): string {
  if (member === undefined) return object;
  return `${typedArrays.includes(object) ? 'TypedArray' : object}/${member}`;
}
