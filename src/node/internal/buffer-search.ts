/** Comparing and searching bytes, for `node:buffer`. */
import { encodeText, encodingOf } from './encodings.ts';
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

/** `buf.indexOf` and, backwards, `buf.lastIndexOf`. */
export function findBytes(
  bytes: Uint8Array,
  value: unknown,
  byteOffset: unknown,
  encoding: unknown,
  isForward: boolean,
): number {
  const isName = typeof byteOffset === 'string';
  const given = isName ? undefined : byteOffset;
  const needle = needleOf(value, isName ? byteOffset : encoding);
  let start =
    given === undefined || Number.isNaN(Number(given))
      ? isForward
        ? 0
        : bytes.length
      : Math.trunc(Number(given));
  if (start < 0) start += bytes.length;
  if (isForward) {
    start = Math.max(0, start);
    if (needle.length === 0) return Math.min(start, bytes.length);
    for (let at = start; at + needle.length <= bytes.length; at++)
      if (matches(bytes, needle, at)) return at;
    return -1;
  }
  for (let at = Math.min(start, bytes.length - needle.length); at >= 0; at--) {
    if (matches(bytes, needle, at)) return at;
  }
  return -1;
}

function needleOf(value: unknown, encoding: unknown): Uint8Array {
  if (typeof value === 'string') return encodeText(value, encodingOf(encoding));
  if (typeof value === 'number') return Uint8Array.of(value & 255);
  if (value instanceof Uint8Array) return value;
  throw invalidArgType('value', ['number', 'string', 'Buffer', 'Uint8Array'], value);
}

function matches(bytes: Uint8Array, needle: Uint8Array, at: number): boolean {
  for (let index = 0; index < needle.length; index++) {
    if (bytes[at + index] !== needle[index]) return false;
  }
  return true;
}
