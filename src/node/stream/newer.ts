/// <reference path="../readable-stream.d.ts" />
/**
 * What the streams of Node 24 do and the package `readable-stream`, made of an earlier Node, does
 * not. It changes the package's classes in place: a subclass of each would be no `stream.Writable`.
 */
import type streams from 'readable-stream/lib/stream.js';
import { apply } from '../../shared/intrinsics.ts';
import { Buffer } from '../buffer.ts';
import { AbortError } from '../internal/errors.ts';
import { unknownEncoding } from '../internal/stream-parts/errors.ts';

type Streams = typeof streams;
type Settled = (error?: Error | null) => void;

export function bringUpToDate(stream: Streams): void {
  Object.assign(stream, {
    _isArrayBufferView: ArrayBuffer.isView,
    // The package asks this of each chunk; Node takes every view of bytes.
    _isUint8Array: ArrayBuffer.isView,
    _uint8ArrayToBuffer: (view: ArrayBufferView) =>
      Buffer.from(view.buffer as ArrayBuffer, view.byteOffset, view.byteLength),
  });
  const { Readable, Writable, Duplex } = stream;
  // The package has that of `Readable`, which forgets the callbacks of what was to be written.
  define(Duplex.prototype, 'destroy', Writable.prototype.destroy);
  define(Writable.prototype, 'write', withNull(withOwnEncoding(Writable.prototype.write)));
  define(Writable.prototype, 'end', withNull(withOwnEncoding(Writable.prototype.end)));
  define(Duplex.prototype, 'write', Writable.prototype.write);
  define(Duplex.prototype, 'end', Writable.prototype.end);
  define(Readable.prototype, 'eventNames', inOrder(Readable.prototype, ofReading));
  define(Writable.prototype, 'eventNames', inOrder(Writable.prototype, ofWriting));
  define(Duplex.prototype, 'eventNames', inOrder(Duplex.prototype, [...ofWriting, ...ofReading]));
  define(Writable.prototype, Symbol.asyncDispose, disposeOf(stream));
  checkDefaultEncoding((Writable as unknown as { WritableState: Constructor }).WritableState);
  checkDefaultEncoding((Readable as unknown as { ReadableState: Constructor }).ReadableState);
}

interface Constructor {
  prototype: object;
}

type Method = (...args: unknown[]) => unknown;

/** The callback, which is the last argument, is given `null` where all went well. */
function withNull(method: Method): Method {
  return function (this: unknown, ...args: unknown[]): unknown {
    const last = args.length - 1;
    const done = args[last];
    if (typeof done === 'function') {
      args[last] = function (this: unknown, error: unknown): unknown {
        return apply(done as Method, this, [error ?? null]);
      };
    }
    return apply(method, this, args);
  };
}

interface Encoded {
  _writableState?: { objectMode: boolean; defaultEncoding: unknown };
}

/** In object mode a chunk has the encoding that it was given, or none; the package gives it the default. */
function withOwnEncoding(method: Method): Method {
  return function (this: Encoded, ...args: unknown[]): unknown {
    const state = this._writableState;
    if (!state?.objectMode) return apply(method, this, args);
    const { defaultEncoding } = state;
    const hasNone = typeof args[1] === 'function';
    state.defaultEncoding = hasNone ? null : args[1];
    if (!hasNone) args[1] = undefined;
    try {
      return apply(method, this, args);
    } finally {
      state.defaultEncoding = defaultEncoding;
    }
  };
}

/** The events that Node has a place for before anybody listens, in their order. */
const ofWriting = ['close', 'error', 'prefinish', 'finish', 'drain'];
const ofReading = ['close', 'error', 'data', 'end', 'readable'];

function inOrder(prototype: object, known: readonly string[]): Method {
  const eventNames = Reflect.get(prototype, 'eventNames') as Method;
  return function (this: unknown): unknown {
    const names = apply(eventNames, this, []) as (string | symbol)[];
    const first = new Set<string | symbol>(known.filter((name) => names.includes(name)));
    return [...first, ...names.filter((name) => !first.has(name))];
  };
}

function disposeOf({ finished }: Streams) {
  return async function (this: InstanceType<Streams['Writable']>): Promise<void> {
    if (!this.destroyed) this.destroy(this.writableFinished ? null : new AbortError());
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const settle: Settled = (error) => {
      if (error && error.name !== 'AbortError') reject(error);
      else resolve();
    };
    finished(this, {}, settle);
    await promise;
  };
}

/** The first value that a stream's state is given comes from the stream's options. */
function checkDefaultEncoding({ prototype }: Constructor): void {
  Object.defineProperty(prototype, 'defaultEncoding', {
    set(this: object, value: unknown) {
      if (!Buffer.isEncoding(value as string)) throw unknownEncoding(value);
      const kept = { value, writable: true, enumerable: true, configurable: true };
      Object.defineProperty(this, 'defaultEncoding', kept);
    },
    configurable: true,
  });
}

function define(target: object, name: PropertyKey, value: unknown): void {
  const shown = typeof name === 'symbol' ? `[${name.description}]` : String(name);
  const named = Object.defineProperty(value as object, 'name', { value: shown });
  Object.defineProperty(target, name, { value: named, writable: true, configurable: true });
}
