/**
 * `node:string_decoder`: text from bytes that arrive in pieces, a character never torn. A function and
 * not a class, for Node's may be called on an object that exists.
 */
import { Buffer } from './buffer.ts';
import { decodeText, type Encoding, encodingOf } from './internal/encodings.ts';
import { invalidArgType, nodeError } from './internal/errors.ts';

/** As Node lays the state out: four bytes of a character, how many it lacks and has, the encoding. */
const state = Symbol('kNativeDecoder');
const MISSING = 4;
const BUFFERED = 5;
const ENCODING = 6;
const numbers: Record<Encoding, number> = {
  ascii: 0,
  utf8: 1,
  base64: 2,
  utf16le: 3,
  latin1: 4,
  hex: 5,
  base64url: 7,
};

export interface StringDecoder {
  encoding: Encoding;
  readonly lastChar: Uint8Array;
  readonly lastNeed: number;
  readonly lastTotal: number;
  write(chunk: unknown): string;
  end(chunk?: unknown): string;
  text(chunk: Uint8Array, offset: number): string;
}

type Self = StringDecoder & { [state]: Uint8Array };

function construct(this: Self, encoding?: unknown): void {
  this.encoding = encodingOf(encoding);
  this[state] = Buffer.alloc(7);
  this[state][ENCODING] = numbers[this.encoding];
}

const methods = {
  write(this: Self, chunk: unknown): string {
    if (typeof chunk === 'string') return chunk;
    if (!ArrayBuffer.isView(chunk)) {
      throw invalidArgType('buf', ['Buffer', 'TypedArray', 'DataView'], chunk);
    }
    if (!this[state]) {
      const message = 'Value of "this" must be of type StringDecoder';
      throw nodeError('ERR_INVALID_THIS', message, TypeError);
    }
    const given = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const rest = restOf(this);
    const bytes = rest.length === 0 ? given : new Uint8Array(Buffer.concat([rest, given]));
    const whole = bytes.length - incomplete(this.encoding, bytes, rest.length);
    const text = decodeText(bytes.subarray(0, whole), this.encoding);
    keep(this, bytes.subarray(whole));
    return text;
  },
  end(this: Self, chunk?: unknown): string {
    const text = chunk === undefined ? '' : this.write(chunk);
    const rest = decodeText(restOf(this), this.encoding);
    keep(this, new Uint8Array());
    return text + rest;
  },
  text(this: Self, chunk: Uint8Array, offset: number): string {
    keep(this, new Uint8Array());
    return this.write(chunk.slice(offset));
  },
};

const getters = {
  lastChar: (decoder: Self) => Buffer.prototype.subarray.call(decoder[state], 0, MISSING),
  lastNeed: (decoder: Self) => decoder[state][MISSING],
  lastTotal: (decoder: Self) => countOf(decoder) + (decoder[state][MISSING] ?? 0),
};

export const StringDecoder = Object.defineProperty(construct, 'name', {
  value: 'StringDecoder',
}) as unknown as new (
  encoding?: string,
) => StringDecoder;
Object.assign(StringDecoder.prototype as object, methods);
for (const [name, read] of Object.entries(getters)) {
  Object.defineProperty(StringDecoder.prototype, name, {
    get(this: Self) {
      return read(this);
    },
    enumerable: true,
    configurable: true,
  });
}

function countOf(decoder: Self): number {
  return decoder[state][BUFFERED] ?? 0;
}

function restOf(decoder: Self): Uint8Array {
  return Uint8Array.prototype.slice.call(decoder[state], 0, countOf(decoder));
}

function keep(decoder: Self, rest: Uint8Array): void {
  const kept = decoder[state];
  kept.set(rest);
  kept[BUFFERED] = rest.length;
  kept[MISSING] = rest.length === 0 ? 0 : sizeOf(decoder.encoding, rest) - rest.length;
}

/** Of the character that `rest` begins. */
function sizeOf(encoding: Encoding, rest: Uint8Array): number {
  if (encoding === 'utf16le') return rest.length === 1 ? 2 : 4;
  return encoding === 'utf8' ? utf8Size(rest[0] ?? 0) : 3;
}

/**
 * Bytes at the end that need more.
 * @param kept how many of the bytes were incomplete before
 */
function incomplete(encoding: Encoding, bytes: Uint8Array, kept: number): number {
  switch (encoding) {
    case 'utf8':
      return incompleteUtf8(bytes);
    case 'base64':
    case 'base64url':
      return bytes.length % 3;
    case 'utf16le':
      return incompleteUtf16(bytes, kept);
    default:
      return 0;
  }
}

/** Node waits for the second half of a pair where the first ended a piece, not where a half unit follows. */
function incompleteUtf16(bytes: Uint8Array, kept: number): number {
  if (bytes.length % 2 === 1) return kept === 2 && bytes.length === 3 ? 3 : 1;
  return ((bytes.at(-1) ?? 0) & 0xfc) === 0xd8 ? 2 : 0;
}

function utf8Size(lead: number): number {
  if ((lead & 0xe0) === 0xc0) return 2;
  if ((lead & 0xf0) === 0xe0) return 3;
  return (lead & 0xf8) === 0xf0 ? 4 : 1;
}

/** How many bytes at the end begin a character, going by its lead alone. */
function incompleteUtf8(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    if (utf8Size(byte) <= back) return 0;
    return back;
  }
  return 0;
}
