/** Comparing and searching bytes, for `node:buffer`. */
import { encodeText, encodingOf, normalizeEncoding } from './encodings.ts';
import { invalidArgType } from './errors.ts';

export function compareBytes(one: Uint8Array, two: Uint8Array): -1 | 0 | 1 {
  const common = Math.min(one.length, two.length);
  for (let at = 0; at < common; at++) {
    const difference = (one[at] ?? 0) - (two[at] ?? 0);
    if (difference !== 0) return difference < 0 ? -1 : 1;
  }
  if (one.length === two.length) return 0;
  return one.length < two.length ? -1 : 1;
}

/**
 * `buf.indexOf` and, backwards, `buf.lastIndexOf`. In UTF-16 only whole units are found.
 * @param byteOffset the offset, or in its place the encoding
 */
export function findBytes(
  bytes: unknown,
  value: unknown,
  byteOffset: unknown,
  encoding: unknown,
  isForward: boolean,
): number {
  if (!ArrayBuffer.isView(bytes)) {
    throw invalidArgType('buffer', ['Buffer', 'TypedArray', 'DataView'], bytes);
  }
  const hay = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isName = typeof byteOffset === 'string';
  const name = isName ? byteOffset : encoding;
  const needle = needleOf(value, name);
  const start = startOf(hay.length, needle.length, isName ? undefined : byteOffset, isForward);
  if (needle.length === 0) return start;
  if (start < 0 || needle.length > hay.length) return -1;
  const isWide = typeof value !== 'number' && normalizeEncoding(name) === 'utf16le';
  return isWide
    ? findUnits(hay, needle, start, isForward)
    : search(hay, needle, start, 1, isForward);
}

/** Where the search begins; before the first byte where it cannot find anything. */
function startOf(length: number, size: number, given: unknown, isForward: boolean): number {
  const number = Number(given);
  if (given === undefined || Number.isNaN(number)) return isForward ? 0 : length - (size && 1);
  const offset = Math.trunc(number);
  if (offset < 0) {
    if (offset + length >= 0) return offset + length;
    return isForward || size === 0 ? 0 : -1;
  }
  if (offset + size <= length) return offset;
  if (size === 0) return length;
  return isForward ? -1 : length - 1;
}

function findUnits(hay: Uint8Array, needle: Uint8Array, start: number, isForward: boolean): number {
  const even = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, bytes.length & ~1);
  if (needle.length < 2) return -1;
  return search(even(hay), even(needle), start & ~1, 2, isForward);
}

function search(
  hay: Uint8Array,
  needle: Uint8Array,
  start: number,
  step: 1 | 2,
  isForward: boolean,
): number {
  const last = hay.length - needle.length;
  if (!isForward) {
    for (let at = Math.min(start, last); at >= 0; at -= step)
      if (matches(hay, needle, at)) return at;
    return -1;
  }
  const first = needle[0] ?? 0;
  for (let at = start; at >= 0 && at <= last; at++) {
    at = hay.indexOf(first, at);
    if (at < 0 || at > last) return -1;
    if (at % step === 0 && matches(hay, needle, at)) return at;
  }
  return -1;
}

function needleOf(value: unknown, encoding: unknown): Uint8Array {
  if (typeof value === 'string') return encodeText(value, encodingOf(encoding));
  if (typeof value === 'number') return Uint8Array.of(value & 255);
  if (value instanceof Uint8Array)
    return new Uint8Array(value.buffer, value.byteOffset, value.length);
  throw invalidArgType('value', ['number', 'string', 'Buffer', 'Uint8Array'], value);
}

function matches(bytes: Uint8Array, needle: Uint8Array, at: number): boolean {
  for (let index = 0; index < needle.length; index++) {
    if (bytes[at + index] !== needle[index]) return false;
  }
  return true;
}
