/** `node:string_decoder`: text from bytes that arrive in pieces, a character never torn. */
import { Buffer } from './buffer.ts';
import { decodeText, type Encoding, encodingOf } from './internal/encodings.ts';
import { invalidArgType } from './internal/errors.ts';

export class StringDecoder {
  readonly encoding: Encoding;
  #rest: Uint8Array = new Uint8Array(0);

  constructor(encoding?: string) {
    this.encoding = encodingOf(encoding);
  }

  get lastNeed(): number {
    return this.#rest.length === 0 ? 0 : this.#size(this.#rest[0] ?? 0) - this.#rest.length;
  }

  get lastTotal(): number {
    return this.#rest.length === 0 ? 0 : this.#size(this.#rest[0] ?? 0);
  }

  write(chunk: unknown): string {
    if (typeof chunk === 'string') return chunk;
    if (!ArrayBuffer.isView(chunk)) {
      throw invalidArgType('buf', ['Buffer', 'TypedArray', 'DataView'], chunk);
    }
    const given = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const bytes = this.#rest.length === 0 ? given : Buffer.concat([this.#rest, given]);
    const whole = bytes.length - this.#incomplete(bytes);
    this.#rest = Uint8Array.prototype.slice.call(bytes, whole);
    return decodeText(Uint8Array.prototype.subarray.call(bytes, 0, whole), this.encoding);
  }

  end(chunk?: unknown): string {
    const text = chunk === undefined ? '' : this.write(chunk);
    const rest = this.#rest;
    this.#rest = new Uint8Array(0);
    return text + decodeText(rest, this.encoding);
  }

  /** Bytes at the end that need more. */
  #incomplete(bytes: Uint8Array): number {
    switch (this.encoding) {
      case 'utf8':
        return incompleteUtf8(bytes);
      case 'base64':
      case 'base64url':
        return bytes.length % 3;
      case 'utf16le': {
        const odd = bytes.length % 2;
        const last = bytes[bytes.length - odd - 1] ?? 0;
        const isHighSurrogate = bytes.length - odd >= 2 && (last & 0xfc) === 0xd8;
        return odd + (isHighSurrogate ? 2 : 0);
      }
      default:
        return 0;
    }
  }

  #size(lead: number): number {
    if (this.encoding !== 'utf8') return this.encoding === 'utf16le' ? 2 : 3;
    return utf8Size(lead);
  }
}

function utf8Size(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 1;
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
