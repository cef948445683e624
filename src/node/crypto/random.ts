/** Random bytes and numbers, from the browser. Follows `lib/internal/crypto/random.js`. */
import type { Buffer } from '../buffer.ts';
import { invalidArgType, nodeError, outOfRange } from '../internal/errors.ts';
import {
  validateBoolean,
  validateFunction,
  validateNumber,
  validateObject,
} from '../internal/validators.ts';
import { type Bytes, isAnyBuffer, viewOf } from './bytes.ts';

type Callback = (error: unknown, value?: unknown) => void;

export interface RandomOptions {
  bytes: Bytes;
  /** Calls `done` with what came of `work` in a later turn of the loop. */
  later: (work: () => unknown, done: CallableFunction) => void;
  /** Calls it after what runs now. */
  tick: (callback: () => void) => void;
}

const LARGEST = 2 ** 31 - 1;
/** What the browser fills at once. */
const AT_ONCE = 65_536;
/** As many numbers as six bytes tell apart. */
const NUMBERS = 2 ** 48;

const fill = globalThis.crypto.getRandomValues.bind(globalThis.crypto);

export function createRandom({ bytes, later, tick }: RandomOptions) {
  function randomBytes(size: unknown, callback?: unknown): Buffer | undefined {
    checkSize(size, 'size');
    if (callback !== undefined) validateFunction(callback, 'callback');
    const make = (): Buffer => bytes.buffer(fillAll(new Uint8Array(Math.floor(size))));
    if (callback === undefined) return make();
    later(make, callback);
    return undefined;
  }

  function randomFillSync(target: unknown, offset?: unknown, size?: unknown): unknown {
    fillAll(partOf(target, offset, size));
    return target;
  }

  function randomFill(target: unknown, ...args: unknown[]): void {
    const at = args.findIndex((each) => typeof each === 'function');
    const [offset, size] = at === -1 ? args : args.slice(0, at);
    if (!isBytes(target)) throw notBytes(target);
    validateFunction(args[at], 'callback');
    const part = partOf(target, offset, size);
    later(() => {
      fillAll(part);
      return target;
    }, args[at] as Callback);
  }

  function randomInt(...args: unknown[]): number | undefined {
    const hasMin = args.length > 1 && typeof args[1] !== 'function' && args[1] !== undefined;
    const [min, max, callback] = hasMin ? args : [0, ...args];
    if (callback !== undefined) validateFunction(callback, 'callback');
    const value = drawBetween(min, max);
    if (callback === undefined) return value;
    tick(() => (callback as Callback)(undefined, value));
    return undefined;
  }

  return {
    randomBytes,
    randomFill,
    randomFillSync,
    randomInt,
    randomUUID,
    randomUUIDv7,
    getRandomValues: fill,
  };
}

/** All numbers are equally likely: draws that would favour some are thrown away. */
function drawBetween(min: unknown, max: unknown): number {
  for (const [name, value] of Object.entries({ min, max })) {
    if (!Number.isSafeInteger(value)) throw invalidArgType(name, 'a safe integer', value);
  }
  const [low, high] = [min as number, max as number];
  if (high <= low) {
    throw outOfRange('max', `greater than the value of "min" (${low})`, high);
  }
  const range = high - low;
  if (range >= NUMBERS) throw outOfRange('max - min', `<= ${NUMBERS - 1}`, range);
  const limit = NUMBERS - (NUMBERS % range);
  for (;;) {
    const [high48 = 0, low48 = 0] = fill(new Uint32Array(2));
    const drawn = (high48 & 0xffff) * 2 ** 32 + low48;
    if (drawn < limit) return low + (drawn % range);
  }
}

function randomUUID(options?: unknown): string {
  if (options !== undefined) {
    validateObject(options, 'options');
    const { disableEntropyCache = false } = options as { disableEntropyCache?: unknown };
    validateBoolean(disableEntropyCache, 'options.disableEntropyCache');
  }
  return uuid(fillAll(new Uint8Array(16)), 4);
}

/** Begins with the time in milliseconds, so that later ones sort behind. */
function randomUUIDv7(): string {
  const bytes = fillAll(new Uint8Array(16));
  const time = Date.now();
  for (let at = 0; at < 6; at++) bytes[at] = Math.floor(time / 2 ** (8 * (5 - at))) % 256;
  return uuid(bytes, 7);
}

/** After RFC 9562. */
function uuid(bytes: Uint8Array, version: number): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | (version << 4);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function fillAll<T extends Uint8Array>(bytes: T): T {
  for (let at = 0; at < bytes.length; at += AT_ONCE) {
    const part = bytes.subarray(at, at + AT_ONCE);
    // The browser fills no shared memory.
    part.set(fill(new Uint8Array(part.length)));
  }
  return bytes;
}

/** The bytes of `target` that are meant; offset and size count its elements. */
function partOf(target: unknown, offset: unknown = 0, size?: unknown): Uint8Array {
  if (!isBytes(target)) throw notBytes(target);
  const [buffer, start, bytes, width] = isAnyBuffer(target)
    ? [target, 0, target.byteLength, 1]
    : [
        target.buffer,
        target.byteOffset,
        target.byteLength,
        (target as { BYTES_PER_ELEMENT?: number }).BYTES_PER_ELEMENT ?? 1,
      ];
  const most = Math.min(bytes, LARGEST);
  validateNumber(offset, 'offset');
  const from = offset * width;
  if (Number.isNaN(from) || from < 0 || from > most) {
    throw outOfRange('offset', `>= 0 && <= ${most}`, from);
  }
  if (size === undefined)
    return new Uint8Array(buffer, start + Math.floor(from), bytes - Math.floor(from));
  checkSize(size, 'size', width);
  const length = size * width;
  if (from + length > bytes) throw outOfRange('size + offset', `<= ${bytes}`, from + length);
  return new Uint8Array(buffer, start + Math.floor(from), Math.floor(length));
}

function checkSize(size: unknown, name: string, width = 1): asserts size is number {
  validateNumber(size, name);
  const bytes = size * width;
  if (Number.isNaN(bytes) || bytes < 0 || bytes > LARGEST) {
    throw outOfRange(name, `>= 0 && <= ${LARGEST}`, bytes);
  }
}

function isBytes(value: unknown): value is ArrayBufferView | ArrayBufferLike {
  return ArrayBuffer.isView(value) || isAnyBuffer(value);
}

function notBytes(value: unknown): Error {
  return invalidArgType('buf', ['ArrayBuffer', 'ArrayBufferView'], value);
}

/**
 * Whether both hold the same bytes, in a time that does not depend on which differ.
 * @throws ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH when one is longer
 */
export function timingSafeEqual(first: unknown, second: unknown): boolean {
  const [a, b] = [equalArgument(first, 'buf1'), equalArgument(second, 'buf2')];
  if (a.length !== b.length) {
    throw nodeError(
      'ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH',
      'Input buffers must have the same byte length',
      RangeError,
    );
  }
  let differences = 0;
  for (let at = 0; at < a.length; at++) differences |= (a[at] ?? 0) ^ (b[at] ?? 0);
  return differences === 0;
}

function equalArgument(value: unknown, name: string): Uint8Array {
  if (isAnyBuffer(value)) return new Uint8Array(value);
  if (ArrayBuffer.isView(value)) return viewOf(value);
  const message = `The "${name}" argument must be an instance of ArrayBuffer, Buffer, TypedArray, or DataView.`;
  throw nodeError('ERR_INVALID_ARG_TYPE', message, TypeError);
}
