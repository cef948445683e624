/**
 * `node:buffer`. Follows Node's `lib/buffer.js` in argument checks, errors and printing. Written for
 * the engine: the npm package of the same name has other errors, no `base64url`, and is larger.
 */
import { addNumberMethods } from './internal/buffer-numbers.ts';
import { compareBytes, findBytes } from './internal/buffer-search.ts';
import {
  decodeText,
  encodeText,
  encodingOf,
  MAX_STRING_LENGTH,
  normalizeEncoding,
  unknownEncoding,
} from './internal/encodings.ts';
import { invalidArgType, invalidArgValue, nodeError, outOfRange } from './internal/errors.ts';
import { inspect } from './internal/inspect.ts';
import { isAnyArrayBuffer } from './internal/types.ts';
import { validateInteger, validateNumber } from './internal/validators.ts';

const MAX_LENGTH = 2 ** 53 - 1;
const sources = ['string', 'Buffer', 'ArrayBuffer', 'Array', 'Array-like Object'];
const inspectCustom = Symbol.for('nodejs.util.inspect.custom');

export const constants = Object.freeze({ MAX_LENGTH, MAX_STRING_LENGTH });
export const kMaxLength = MAX_LENGTH;
export const kStringMaxLength = MAX_STRING_LENGTH;
/** How many bytes of a buffer are printed: `buffer.INSPECT_MAX_BYTES`, which programs may set. */
let inspectMaxBytes = 50;

type Bytes = Uint8Array;

class FastBuffer extends Uint8Array {
  get parent(): ArrayBufferLike | undefined {
    return this instanceof FastBuffer ? this.buffer : undefined;
  }

  get offset(): number | undefined {
    return this instanceof FastBuffer ? this.byteOffset : undefined;
  }

  override toString(encoding?: unknown, start?: unknown, end?: unknown): string {
    const from = clamp(start, this.length, 0);
    const to = clamp(end, this.length, this.length);
    if (from >= to) return '';
    if (encoding === null || encoding === '') throw unknownEncoding(encoding);
    return decodeText(Uint8Array.prototype.subarray.call(this, from, to), encodingOf(encoding));
  }

  override toLocaleString(): string {
    return this.toString();
  }

  toJSON(): { type: 'Buffer'; data: number[] } {
    return { type: 'Buffer', data: [...this] };
  }

  equals(other: unknown): boolean {
    if (!(other instanceof Uint8Array))
      throw invalidArgType('otherBuffer', ['Buffer', 'Uint8Array'], other);
    return this === other || compareBytes(this, other) === 0;
  }

  compare(target: unknown, ...ends: unknown[]): number {
    if (!(target instanceof Uint8Array))
      throw invalidArgType('target', ['Buffer', 'Uint8Array'], target);
    const names = ['targetStart', 'targetEnd', 'sourceStart', 'sourceEnd'];
    const limits = [0, target.length, 0, this.length];
    const [a, b, c, d] = limits.map((limit, at) => {
      if (ends[at] === undefined) return limit;
      validateInteger(ends[at], names[at] ?? '', 0, at % 2 ? limit : MAX_LENGTH);
      return ends[at];
    }) as [number, number, number, number];
    return compareBytes(
      Uint8Array.prototype.subarray.call(this, c, d),
      Uint8Array.prototype.subarray.call(target, a, b),
    );
  }

  copy(
    target: unknown,
    targetStart: unknown = 0,
    sourceStart: unknown = 0,
    sourceEnd?: unknown,
  ): number {
    if (!ArrayBuffer.isView(target))
      throw invalidArgType('target', ['Buffer', 'Uint8Array'], target);
    const room = new Uint8Array(target.buffer, target.byteOffset, target.byteLength);
    const at = Math.trunc(Number(targetStart)) || 0;
    if (at < 0) throw outOfRange('targetStart', '>= 0', at);
    const from = Math.trunc(Number(sourceStart)) || 0;
    if (from < 0 || from > this.length)
      throw outOfRange('sourceStart', `>= 0 && <= ${this.length}`, from);
    const to = sourceEnd === undefined ? this.length : Math.trunc(Number(sourceEnd)) || 0;
    if (to < 0) throw outOfRange('sourceEnd', '>= 0', to);
    const piece = Uint8Array.prototype.subarray.call(
      this,
      from,
      Math.min(to, from + room.length - at),
    );
    if (at >= room.length || from >= to) return 0;
    room.set(piece, at);
    return piece.length;
  }

  override slice(start?: number, end?: number): FastBuffer {
    return this.subarray(start, end) as FastBuffer;
  }

  write(text: unknown, ...rest: unknown[]): number {
    let [offset, length, encoding] = rest;
    if (typeof offset === 'string') [offset, length, encoding] = [undefined, undefined, offset];
    if (typeof length === 'string') [length, encoding] = [undefined, length];
    if (typeof text !== 'string')
      throw nodeError('ERR_INVALID_ARG_TYPE', 'argument must be a string', TypeError);
    if (offset !== undefined) validateInteger(offset, 'offset', 0, this.length);
    const at = (offset as number | undefined) ?? 0;
    if (length !== undefined) validateInteger(length, 'length', 0, this.length);
    const room = Math.min((length as number | undefined) ?? MAX_LENGTH, this.length - at);
    const kind = encodingOf(encoding);
    const bytes = encodeText(text, kind);
    let size = Math.min(bytes.length, room);
    // A character is written whole or not at all.
    if (kind === 'utf8')
      while (size < bytes.length && size > 0 && ((bytes[size] ?? 0) & 0xc0) === 0x80) size--;
    if (kind === 'utf16le') size -= size % 2;
    this.set(bytes.subarray(0, size), at);
    return size;
  }

  override fill(value: never, ...rest: unknown[]): this {
    let [offset, end, encoding] = rest;
    if (typeof offset === 'string') [offset, end, encoding] = [undefined, undefined, offset];
    if (typeof end === 'string') [end, encoding] = [undefined, end];
    if (offset !== undefined) validateNumber(offset, 'offset', 0, MAX_LENGTH);
    if (end !== undefined) validateNumber(end, 'end', 0, this.length);
    const from = (offset as number | undefined) ?? 0;
    const to = (end as number | undefined) ?? this.length;
    const given: unknown = value;
    const isText = typeof given === 'string';
    const pattern = isText
      ? encodeText(given, encodingOf(encoding))
      : given instanceof Uint8Array
        ? given
        : undefined;
    if (pattern === undefined) {
      return super.fill(Number(given) & 255, from, to);
    }
    if (pattern.length === 0) {
      if (!isText || given !== '') throw invalidArgValue('value', given);
      return super.fill(0, from, to);
    }
    repeat(this, pattern, from, to);
    return this;
  }

  swap16(): this {
    return swap(this, 2);
  }

  swap32(): this {
    return swap(this, 4);
  }

  swap64(): this {
    return swap(this, 8);
  }

  [inspectCustom](_depth: unknown, options: object): string {
    const shown = [...Uint8Array.prototype.subarray.call(this, 0, inspectMaxBytes)]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join(' ');
    const more = this.length - inspectMaxBytes;
    const rest = more > 0 ? ` ... ${more} more byte${more > 1 ? 's' : ''}` : '';
    const own = ownProperties(this, options);
    const comma = own !== '' && this.length > 0 ? ', ' : '';
    return `<${this.constructor.name} ${shown}${rest}${comma}${own}>`;
  }
}

/** Listing the keys lists the indices too, which for a longer buffer would take too long. */
const LONGEST_LISTED = 2 ** 20;

/** What a program has put on the buffer itself, as `inspect` shows it. */
function ownProperties(buffer: Bytes, options: object): string {
  if (buffer.length > LONGEST_LISTED) return '';
  const { showHidden } = { ...options } as { showHidden?: boolean };
  const all = showHidden ? Reflect.ownKeys(buffer) : [...Object.keys(buffer), ...symbolsOf(buffer)];
  const names = all.filter((key) => typeof key === 'symbol' || !/^\d+$/.test(key));
  if (names.length === 0) return '';
  const own = Object.fromEntries(names.map((name) => [name, Reflect.get(buffer, name)]));
  const shown = inspect(own, { ...options, breakLength: Number.POSITIVE_INFINITY, compact: true });
  return shown.slice('{ '.length, -' }'.length);
}

function symbolsOf(value: object): symbol[] {
  const symbols = Object.getOwnPropertySymbols(value);
  return symbols.filter((each) => Object.prototype.propertyIsEnumerable.call(value, each));
}

/** Fills with `pattern`, twice as much each time. */
function repeat(bytes: Bytes, pattern: Bytes, from: number, to: number): void {
  if (from >= to) return;
  bytes.set(Uint8Array.prototype.subarray.call(pattern, 0, to - from), from);
  for (let done = pattern.length; from + done < to; done *= 2)
    bytes.copyWithin(from + done, from, Math.min(from + done, to - done));
}

function BufferFunction(value: unknown, second?: unknown, length?: unknown): FastBuffer {
  if (typeof value !== 'number') return from(value, second, length);
  if (typeof second === 'string') throw invalidArgType('string', 'string', value);
  return alloc(value);
}

function from(value: unknown, second?: unknown, length?: unknown): FastBuffer {
  if (typeof value === 'string')
    return adopt(encodeText(value, encodingOf(typeof second === 'string' ? second : undefined)));
  if (typeof value !== 'object' || value === null)
    throw invalidArgType('first argument', sources, value);
  if (isAnyArrayBuffer(value)) return fromMemory(value, second, length);
  const primitive: unknown = (value as { valueOf?: () => unknown }).valueOf?.();
  if (
    primitive !== null &&
    primitive !== undefined &&
    primitive !== value &&
    (typeof primitive === 'string' || typeof primitive === 'object')
  ) {
    return from(primitive, second, length);
  }
  if ('length' in value || isAnyArrayBuffer((value as { buffer?: unknown }).buffer)) {
    const { length: count } = value as { length?: unknown };
    if (typeof count !== 'number') return alloc(0);
    return adopt(Uint8Array.from(value as ArrayLike<number>));
  }
  const { type, data } = value as { type?: unknown; data?: unknown };
  if (type === 'Buffer' && Array.isArray(data)) return adopt(Uint8Array.from(data as number[]));
  const toPrimitive: unknown = Reflect.get(value, Symbol.toPrimitive);
  if (typeof toPrimitive === 'function') {
    const text: unknown = Reflect.apply(toPrimitive, value, ['string']);
    if (typeof text === 'string') return from(text, second);
  }
  throw invalidArgType('first argument', sources, value);
}

function fromMemory(memory: ArrayBufferLike, byteOffset: unknown, length: unknown): FastBuffer {
  const offset = byteOffset === undefined ? 0 : Number(byteOffset) || 0;
  const most = memory.byteLength - offset;
  if (most < 0) throw outOfBounds('offset');
  if (length === undefined) return new FastBuffer(memory as ArrayBuffer, offset);
  const wanted = Math.max(0, Number(length) || 0);
  if (wanted > most) throw outOfBounds('length');
  return new FastBuffer(memory as ArrayBuffer, offset, wanted);
}

function adopt(bytes: Bytes): FastBuffer {
  return new FastBuffer(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length);
}

function checkSize(size: unknown): asserts size is number {
  validateNumber(size, 'size', 0, MAX_LENGTH);
}

function alloc(size: unknown, fill?: unknown, encoding?: unknown): FastBuffer {
  checkSize(size);
  const buffer = new FastBuffer(size);
  if (fill !== undefined && fill !== 0 && size > 0) buffer.fill(fill as never, encoding);
  return buffer;
}

function allocUnsafe(size: unknown): FastBuffer {
  checkSize(size);
  return new FastBuffer(size);
}

function concat(list: unknown, length?: unknown): FastBuffer {
  if (!Array.isArray(list)) throw invalidArgType('list', 'Array', list);
  const parts = list as Bytes[];
  parts.forEach((part, at) => {
    if (!(part instanceof Uint8Array))
      throw invalidArgType(`list[${at}]`, ['Buffer', 'Uint8Array'], part);
  });
  if (length !== undefined) validateInteger(length, 'length', 0);
  const total = (length as number | undefined) ?? parts.reduce((sum, part) => sum + part.length, 0);
  const whole = new FastBuffer(total);
  let at = 0;
  for (const part of parts) {
    if (at >= total) break;
    whole.set(Uint8Array.prototype.subarray.call(part, 0, total - at), at);
    at += part.length;
  }
  return whole;
}

function byteLength(value: unknown, encoding?: unknown): number {
  if (typeof value === 'string')
    return encodeText(value, normalizeEncoding(encoding) ?? 'utf8').length;
  if (ArrayBuffer.isView(value) || isAnyArrayBuffer(value)) return value.byteLength;
  throw invalidArgType('string', ['string', 'Buffer', 'ArrayBuffer'], value);
}

function compare(one: unknown, two: unknown): number {
  if (!(one instanceof Uint8Array)) throw invalidArgType('buf1', ['Buffer', 'Uint8Array'], one);
  if (!(two instanceof Uint8Array)) throw invalidArgType('buf2', ['Buffer', 'Uint8Array'], two);
  return compareBytes(one, two);
}

function copyBytesFrom(view: unknown, offset?: unknown, length?: unknown): FastBuffer {
  if (!ArrayBuffer.isView(view) || view instanceof DataView)
    throw invalidArgType('view', 'TypedArray', view);
  if (offset !== undefined) validateInteger(offset, 'offset', 0);
  if (length !== undefined) validateInteger(length, 'length', 0);
  const start = (offset as number | undefined) ?? 0;
  const end = length === undefined ? undefined : start + (length as number);
  const copied = (view as Uint16Array).slice(start, end);
  return new FastBuffer(copied.buffer, copied.byteOffset, copied.byteLength);
}

function clamp(value: unknown, most: number, otherwise: number): number {
  if (value === undefined) return otherwise;
  const number = Math.trunc(Number(value)) || 0;
  return Math.min(Math.max(number, 0), most);
}

function swap<T extends Bytes>(bytes: T, size: number): T {
  if (bytes.length % size !== 0) {
    throw nodeError(
      'ERR_INVALID_BUFFER_SIZE',
      `Buffer size must be a multiple of ${size * 8}-bits`,
      RangeError,
    );
  }
  for (let at = 0; at < bytes.length; at += size)
    Uint8Array.prototype.subarray.call(bytes, at, at + size).reverse();
  return bytes;
}

export const Buffer = Object.assign(BufferFunction as unknown as typeof FastBuffer, {
  poolSize: 65_536,
  from,
  alloc,
  allocUnsafe,
  allocUnsafeSlow: allocUnsafe,
  concat,
  byteLength,
  compare,
  copyBytesFrom,
  isBuffer: (value: unknown): value is FastBuffer => value instanceof FastBuffer,
  isEncoding: (name: unknown): boolean =>
    typeof name === 'string' && name.length > 0 && normalizeEncoding(name) !== undefined,
  of: (...bytes: number[]): FastBuffer => adopt(Uint8Array.of(...bytes)),
});
export type Buffer = FastBuffer;
export const SlowBuffer = allocUnsafe;

Object.defineProperty(Buffer, 'name', { value: 'Buffer' });
Object.setPrototypeOf(Buffer, Uint8Array);
Object.defineProperty(Buffer, 'prototype', { value: FastBuffer.prototype });
Object.defineProperty(Buffer, Symbol.species, { configurable: true, get: () => FastBuffer });
Object.defineProperty(FastBuffer.prototype, 'constructor', {
  value: Buffer,
  writable: true,
  configurable: true,
});
addNumberMethods(FastBuffer.prototype);
define({
  indexOf(this: unknown, value: unknown, byteOffset?: unknown, encoding?: unknown): number {
    return findBytes(this, value, byteOffset, encoding, true);
  },
  // A function, which Node's is too: `new` may call it.
  lastIndexOf: function (this: unknown, value: unknown, byteOffset?: unknown, encoding?: unknown) {
    return findBytes(this, value, byteOffset, encoding, false);
  },
  includes(this: unknown, value: unknown, byteOffset?: unknown, encoding?: unknown): boolean {
    return findBytes(this, value, byteOffset, encoding, true) !== -1;
  },
});
for (const name of ['utf8', 'latin1', 'ascii', 'hex', 'base64', 'base64url', 'ucs2']) {
  const isChecked = name === 'utf8' || name === 'latin1' || name === 'ascii';
  define({
    [`${name}Slice`](this: FastBuffer, start = 0, end = this.length): string {
      if (start < 0 || end < 0 || (start < this.length && end > this.length)) throw badIndex();
      return this.toString(name, start, end);
    },
    [`${name}Write`](this: FastBuffer, text: string, offset = 0, length = this.length - offset) {
      if (!isChecked && (offset < 0 || length < 0)) throw badIndex();
      if (offset < 0 || offset > this.length) throw outOfBounds('offset');
      const room = this.length - offset;
      if (length < 0 || (isChecked && length > room)) throw outOfBounds('length');
      return this.write(text, Math.trunc(offset) || 0, Math.min(Math.trunc(length), room), name);
    },
  });
}

function define(methods: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(methods)) {
    const method = { value, writable: true, configurable: true };
    Object.defineProperty(FastBuffer.prototype, name, method);
  }
}

function badIndex(): Error {
  return nodeError('ERR_OUT_OF_RANGE', 'Index out of range', RangeError);
}

function outOfBounds(name: string): Error {
  const message = `"${name}" is outside of buffer bounds`;
  return nodeError('ERR_BUFFER_OUT_OF_BOUNDS', message, RangeError);
}

export function isUtf8(input: ArrayBufferView | ArrayBuffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(input as ArrayBuffer);
    return true;
  } catch {
    // Not UTF-8: `decode` says so by throwing.
    return false;
  }
}

export function isAscii(input: ArrayBufferView | ArrayBuffer): boolean {
  const bytes = ArrayBuffer.isView(input)
    ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength)
    : new Uint8Array(input);
  return bytes.every((byte) => byte < 128);
}

export function transcode(source: unknown, from: string, to: string): FastBuffer {
  if (!(source instanceof Uint8Array))
    throw invalidArgType('source', ['Buffer', 'Uint8Array'], source);
  const text = decodeText(source, encodingOf(from));
  const target = encodingOf(to);
  const isNarrow = target === 'ascii' || target === 'latin1';
  const most = target === 'ascii' ? /[^\0-\x7f]/gu : /[^\0-\xff]/gu;
  return adopt(encodeText(isNarrow ? text.replace(most, '?') : text, target));
}

export function createBufferModule(): object {
  return {
    Blob,
    Buffer,
    File,
    get INSPECT_MAX_BYTES() {
      return inspectMaxBytes;
    },
    set INSPECT_MAX_BYTES(count: unknown) {
      validateNumber(count, 'INSPECT_MAX_BYTES', 0);
      inspectMaxBytes = count;
    },
    SlowBuffer,
    atob: globalThis.atob,
    btoa: globalThis.btoa,
    constants,
    isAscii,
    isUtf8,
    kMaxLength,
    kStringMaxLength,
    transcode,
  };
}
