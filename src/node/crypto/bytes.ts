/** What the functions of `node:crypto` take for bytes, and how they give them back. */
import type { Buffer } from '../buffer.ts';
import { invalidArgType } from '../internal/errors.ts';

type BufferClass = typeof Buffer;

export interface Accepted {
  /** Of text; UTF-8 unless it is a known one. */
  encoding?: unknown;
  /** The classes that Node's error names besides `string`. */
  classes?: readonly string[];
}

const VIEWS = ['Buffer', 'TypedArray', 'DataView'];

export class Bytes {
  readonly #Buffer: BufferClass;

  /** @param Buffer the thread's: the part of the runtime that this stands in has none of its own */
  constructor(Buffer: BufferClass) {
    this.#Buffer = Buffer;
  }

  /**
   * The bytes of `value`, which are not copied unless it is text.
   * @throws ERR_INVALID_ARG_TYPE
   */
  of(value: unknown, name: string, { encoding, classes = VIEWS }: Accepted = {}): Uint8Array {
    if (typeof value === 'string') {
      return this.#Buffer.from(value, this.isEncoding(encoding) ? (encoding as never) : 'utf8');
    }
    if (ArrayBuffer.isView(value)) return viewOf(value);
    if (classes.includes('ArrayBuffer') && isAnyBuffer(value)) return new Uint8Array(value);
    throw invalidArgType(name, ['string', ...classes], value);
  }

  isEncoding(encoding: unknown): encoding is string {
    return typeof encoding === 'string' && this.#Buffer.isEncoding(encoding);
  }

  /** A `Buffer` of the same memory. */
  buffer(bytes: Uint8Array): Buffer {
    return this.#Buffer.from(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength);
  }

  /** A `Buffer`, or text where a known encoding is asked for. */
  encode(bytes: Uint8Array, encoding: unknown): Buffer | string {
    const buffer = this.buffer(bytes);
    return this.isEncoding(encoding) ? buffer.toString(encoding as never) : buffer;
  }
}

export function isAnyBuffer(value: unknown): value is ArrayBufferLike {
  return value instanceof ArrayBuffer || value instanceof SharedArrayBuffer;
}

export function viewOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
