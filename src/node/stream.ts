/// <reference path="./readable-stream.d.ts" />
/**
 * `node:stream`: Node's own streams, by the package `readable-stream`, over the engine's events,
 * buffers and errors (`src/tools/stream-parts.ts`), with the bridges to web streams added.
 */
import stream, {
  type Duplex as DuplexType,
  type Readable as ReadableType,
  type Writable as WritableType,
} from 'readable-stream/lib/stream.js';
import { AbortError, invalidArgType } from './internal/errors.ts';
import { validateObject } from './internal/validators.ts';
import { bringUpToDate } from './stream/newer.ts';

export const { Readable, Writable, Duplex, finished } = stream;
export type Readable = ReadableType;
export type Writable = WritableType;
export type Duplex = DuplexType;
export type { Done } from 'readable-stream/lib/stream.js';

type Options = Record<string, unknown>;

/** Strings and bytes cross as bytes; objects as they are. */
function readableToWeb(source: Readable, options: Options = {}): ReadableStream {
  if (!(source instanceof Readable)) throw invalidArgType('streamReadable', ['Readable'], source);
  const strategy =
    (options.strategy as QueuingStrategy | undefined) ??
    (source.readableObjectMode
      ? new CountQueuingStrategy({ highWaterMark: 1 })
      : { highWaterMark: 0 });
  source.pause();
  let isCancelled = false;
  return new ReadableStream(
    {
      start(controller) {
        finished(source, {}, (error) => {
          if (isCancelled) return;
          if (error) controller.error(error);
          else controller.close();
        });
        source.on('data', (chunk: unknown) => {
          controller.enqueue(chunk instanceof Uint8Array ? new Uint8Array(chunk) : chunk);
          if ((controller.desiredSize ?? 0) <= 0) source.pause();
        });
        source.pause();
      },
      pull: () => void source.resume(),
      cancel(reason: Error | undefined) {
        isCancelled = true;
        source.destroy(reason ?? new AbortError());
      },
    },
    strategy,
  );
}

function readableFromWeb(source: ReadableStream, options: Options = {}): Readable {
  if (!(source instanceof ReadableStream))
    throw invalidArgType('readableStream', ['ReadableStream'], source);
  const reader = source.getReader();
  return new Readable({
    ...options,
    read() {
      reader.read().then(
        ({ done, value }) => {
          this.push(done ? null : value);
        },
        (error: Error) => this.destroy(error),
      );
    },
    destroy(error, done) {
      const settle = (): void => done(error);
      reader.cancel(error ?? undefined).then(settle, settle);
    },
  });
}

function writableToWeb(target: Writable): WritableStream {
  if (!(target instanceof Writable)) throw invalidArgType('streamWritable', ['Writable'], target);
  return new WritableStream({
    start(controller) {
      finished(target, {}, (error) => {
        if (error) controller.error(error);
      });
    },
    write: (chunk) =>
      new Promise<void>((resolve) => {
        if (target.write(chunk)) resolve();
        else target.once('drain', resolve);
      }),
    close: () => new Promise<void>((resolve) => void target.end(resolve)),
    abort: (reason: Error) => void target.destroy(reason),
  });
}

function writableFromWeb(target: WritableStream, options: Options = {}): Writable {
  if (!(target instanceof WritableStream))
    throw invalidArgType('writableStream', ['WritableStream'], target);
  const writer = target.getWriter();
  return new Writable({
    ...options,
    write(chunk, _encoding, done) {
      writer.write(chunk).then(() => done(), done);
    },
    final(done) {
      writer.close().then(() => done(), done);
    },
    destroy(error, done) {
      if (!error) return done(null);
      const settle = (): void => done(error);
      writer.abort(error).then(settle, settle);
    },
  });
}

/** A pair of web streams as one stream: what is read of it and what is written to it are two. */
function duplexFromWeb(pair: ReadableWritablePair, options: Options = {}): Duplex {
  validateObject(pair, 'pair');
  const readable = readableFromWeb(pair.readable, options);
  const writable = writableFromWeb(pair.writable, options);
  return (Duplex as unknown as { from(pair: object): Duplex }).from({ readable, writable });
}

function duplexToWeb(duplex: Duplex): ReadableWritablePair {
  if (!(duplex instanceof Duplex)) throw invalidArgType('duplex', 'stream.Duplex', duplex);
  return { writable: writableToWeb(duplex as never), readable: readableToWeb(duplex) };
}

Object.assign(Readable, { toWeb: readableToWeb, fromWeb: readableFromWeb });
Object.assign(Writable, { toWeb: writableToWeb, fromWeb: writableFromWeb });
Object.assign(Duplex, { toWeb: duplexToWeb, fromWeb: duplexFromWeb });
bringUpToDate(stream);

/** Two streams, each of which reads what the other is written. */
function duplexPair(options: Options = {}): [Duplex, Duplex] {
  const wake: [(() => void) | null, (() => void) | null] = [null, null];
  const make = (own: 0 | 1, other: () => Duplex): Duplex =>
    new Duplex({
      ...options,
      read() {
        const done = wake[own];
        wake[own] = null;
        done?.();
      },
      write(chunk, _encoding, done) {
        const peer = (1 - own) as 0 | 1;
        if ((chunk as { length?: number }).length === 0) return void queueMicrotask(done);
        other().push(chunk);
        wake[peer] = done;
      },
      final(done) {
        other().once('end', done);
        other().push(null);
      },
    });
  const first: Duplex = make(0, () => second);
  const second: Duplex = make(1, () => first);
  return [first, second];
}

// The package has the value of earlier versions of Node.
stream.setDefaultHighWaterMark(false, 65_536);
Object.assign(stream, {
  duplexPair,
  isDestroyed: (each: { destroyed?: boolean }): boolean => each.destroyed === true,
});

export { stream };
