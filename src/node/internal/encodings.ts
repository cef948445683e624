/**
 * Text as bytes in the encodings of `node:buffer`. Decoding is as lenient as Node's: base64 takes
 * both alphabets and skips what is neither, hex stops at the first character that is no digit.
 */
import { nodeError } from './errors.ts';

export type Encoding = 'utf8' | 'utf16le' | 'latin1' | 'ascii' | 'base64' | 'base64url' | 'hex';

const names: Readonly<Record<string, Encoding>> = {
  utf8: 'utf8',
  'utf-8': 'utf8',
  ucs2: 'utf16le',
  'ucs-2': 'utf16le',
  utf16le: 'utf16le',
  'utf-16le': 'utf16le',
  latin1: 'latin1',
  binary: 'latin1',
  ascii: 'ascii',
  base64: 'base64',
  base64url: 'base64url',
  hex: 'hex',
};

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** @returns undefined for a name that is no encoding; an empty name is UTF-8, as in Node */
export function normalizeEncoding(name: unknown): Encoding | undefined {
  if (name === undefined || name === null || name === '') return 'utf8';
  const key = String(name).toLowerCase();
  return Object.hasOwn(names, key) ? names[key] : undefined;
}

/** @throws `ERR_UNKNOWN_ENCODING` */
export function encodingOf(name: unknown): Encoding {
  const encoding = normalizeEncoding(name);
  if (encoding === undefined) throw unknownEncoding(name);
  return encoding;
}

export function unknownEncoding(name: unknown): Error {
  return nodeError('ERR_UNKNOWN_ENCODING', `Unknown encoding: ${String(name)}`, TypeError);
}

export function encodeText(text: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case 'utf8':
      return encoder.encode(text);
    case 'utf16le': {
      const bytes = new Uint8Array(text.length * 2);
      const view = new DataView(bytes.buffer);
      for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), true);
      return bytes;
    }
    case 'latin1':
    case 'ascii': {
      const bytes = new Uint8Array(text.length);
      for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
      return bytes;
    }
    case 'base64':
    case 'base64url':
      return decodeBase64(text);
    case 'hex':
      return decodeHex(text);
    default:
      throw new TypeError(`encodeText: unknown encoding ${String(encoding)}`);
  }
}

/** The longest text that V8 makes. */
export const MAX_STRING_LENGTH = 2 ** 29 - 24;

const lengths: Partial<Record<Encoding, (bytes: number) => number>> = {
  utf16le: (bytes) => bytes / 2,
  base64: (bytes) => Math.ceil(bytes / 3) * 4,
  base64url: (bytes) => (bytes * 4) / 3,
  hex: (bytes) => bytes * 2,
};

/** @throws `ERR_STRING_TOO_LONG` */
export function decodeText(bytes: Uint8Array, encoding: Encoding): string {
  const length = lengths[encoding]?.(bytes.length) ?? bytes.length;
  if (length > MAX_STRING_LENGTH) {
    const message = 'Cannot create a string longer than 0x1fffffe8 characters';
    throw nodeError('ERR_STRING_TOO_LONG', message);
  }
  return toText(bytes, encoding);
}

function toText(bytes: Uint8Array, encoding: Encoding): string {
  switch (encoding) {
    case 'utf8':
      return decoder.decode(unshared(bytes));
    case 'utf16le':
      return fromUnits(pairs(bytes));
    case 'latin1':
      return fromUnits(bytes);
    case 'ascii':
      return fromUnits(bytes.map((byte) => byte & 0x7f));
    case 'base64':
      return toBase64(bytes);
    case 'base64url':
      return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
    case 'hex': {
      let text = '';
      for (const byte of bytes) text += hexDigits[byte];
      return text;
    }
    default:
      throw new TypeError(`toText: unknown encoding ${String(encoding)}`);
  }
}

const hexDigits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Browsers refuse to decode memory that another thread may change. */
function unshared(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer
    ? (bytes as Uint8Array<ArrayBuffer>)
    : new Uint8Array(bytes);
}

function pairs(bytes: Uint8Array): Uint16Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const units = new Uint16Array(bytes.length >> 1);
  for (let at = 0; at < units.length; at++) units[at] = view.getUint16(at * 2, true);
  return units;
}

/** In pieces: an argument list has a limit. */
function fromUnits(units: Uint8Array | Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += 8192) {
    text += String.fromCharCode(...units.subarray(at, at + 8192));
  }
  return text;
}

function toBase64(bytes: Uint8Array): string {
  return btoa(fromUnits(new Uint8Array(bytes)));
}

const sixBits = new Map(
  [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].map((c, at) => [c, at]),
)
  .set('-', 62)
  .set('_', 63);

function decodeBase64(text: string): Uint8Array {
  const end = text.indexOf('=');
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let held = 0;
  for (const character of end < 0 ? text : text.slice(0, end)) {
    const value = sixBits.get(character);
    if (value === undefined) continue;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length++] = (held >> bits) & 0xff;
  }
  return bytes.slice(0, length);
}

function decodeHex(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length >> 1);
  for (let at = 0; at < bytes.length; at++) {
    const pair = text.slice(at * 2, at * 2 + 2);
    if (!/^[\da-f]{2}$/i.test(pair)) return bytes.slice(0, at);
    bytes[at] = Number.parseInt(pair, 16);
  }
  return bytes;
}
