/**
 * `fs.ReadStream` and `fs.WriteStream`: Node's streams over the callback forms, which a program may
 * replace. Follows `lib/internal/fs/streams.js`.
 */

import { apply } from '../../shared/intrinsics.ts';
import { Buffer } from '../buffer.ts';
import { nodeError, outOfRange } from '../internal/errors.ts';
import { validateBoolean, validateFunction, validateInteger } from '../internal/validators.ts';
import { finished, Readable, Writable } from '../stream.ts';
import { type Backend, type Done, type FileStream, StreamFile } from './stream-file.ts';

const CHUNK = 65_536;
/** How often in a row a write may move nothing. */
const RETRIES = 5;

interface Chunk {
  chunk: Uint8Array;
}

interface Progress {
  pos: number | undefined;
  bytesRead: number;
}

type WritingFile = FileStream & { bytesWritten: number };

type States = Record<'_readableState' | '_writableState', { autoDestroy: boolean }>;

/** @param fs the module, whose functions are looked up when they are called */
export function createFileStreams(fs: Backend) {
  const files = new WeakMap<object, StreamFile>();
  const fileOf = (stream: object): StreamFile => files.get(stream) as StreamFile;

  class Reading extends Readable {
    declare fd: number | null;
    declare path: string | undefined;
    declare flags: unknown;
    declare mode: unknown;
    declare start: number | undefined;
    declare end: number;
    declare pos: number | undefined;
    declare bytesRead: number;

    get pending(): boolean {
      return this.fd === null;
    }

    get autoClose(): boolean {
      return stateOf(this, '_readableState', 'ReadStream').autoDestroy;
    }

    set autoClose(isOn: boolean) {
      stateOf(this, '_readableState', 'ReadStream').autoDestroy = isOn;
    }

    open(): void {
      // The stream opens its file by itself: Node keeps the method for those who replace it.
    }

    _construct(done: Done): void {
      fileOf(this).open(this, this.open !== ownOpen.read, done);
    }

    override _read(size: number): void {
      const left = this.end - (this.pos ?? this.bytesRead) + 1;
      const length = Math.min(size, left);
      if (length <= 0) return void this.push(null);
      const chunk = Buffer.allocUnsafeSlow(length);
      fileOf(this).begin();
      fileOf(this).backend.read(this.fd as number, chunk, 0, length, this.pos, (error, count) => {
        fileOf(this).settle(this, error, () => {
          if (this.destroyed) return;
          if (error) fail(this, error);
          else take(this, chunk, count);
        });
      });
    }

    override _destroy(error: Error | null, done: Done): void {
      fileOf(this).close(this, error, done);
    }

    close(done?: Done): void {
      if (typeof done === 'function') finished(this, {}, done);
      this.destroy();
    }
  }

  class Writing extends Writable {
    declare fd: number | null;
    declare path: string | undefined;
    declare flags: unknown;
    declare mode: unknown;
    declare start: number | undefined;
    declare pos: number | undefined;
    declare bytesWritten: number;

    get pending(): boolean {
      return this.fd === null;
    }

    get autoClose(): boolean {
      return stateOf(this, '_writableState', 'WriteStream').autoDestroy;
    }

    set autoClose(isOn: boolean) {
      stateOf(this, '_writableState', 'WriteStream').autoDestroy = isOn;
    }

    open(): void {
      // As for `ReadStream`.
    }

    _construct(done: Done): void {
      fileOf(this).open(this, this.open !== ownOpen.write, done);
    }

    override _write(chunk: Uint8Array, _encoding: string, done: Done): void {
      fileOf(this).begin();
      writeAll(this, fileOf(this), chunk, this.pos, done);
      if (this.pos !== undefined) this.pos += chunk.length;
    }

    _writev(chunks: Chunk[], done: Done): void {
      fileOf(this).begin();
      const buffers = chunks.map(({ chunk }) => chunk);
      const size = buffers.reduce((sum, { length }) => sum + length, 0);
      fileOf(this).backend.writev(this.fd as number, buffers, this.pos, (error, count) => {
        this.bytesWritten += count ?? 0;
        if (error || count === size) return finish(this, fileOf(this), error, done);
        const rest = Buffer.concat(buffers).subarray(count);
        writeAll(
          this,
          fileOf(this),
          rest,
          this.pos === undefined ? undefined : this.pos - rest.length,
          done,
        );
      });
      if (this.pos !== undefined) this.pos += size;
    }

    override _destroy(error: Error | null, done: Done): void {
      fileOf(this).close(this, error, done);
    }

    close(done?: Done): void {
      if (typeof done === 'function') {
        if (this.destroyed) finished(this, {}, done);
        else this.once('close', done);
      }
      if (!this.autoClose) this.on('finish', () => this.destroy());
      this.end();
    }

    destroySoon(...args: unknown[]): void {
      this.end(...args);
    }
  }

  /** A program may put its own in the place of these. */
  const ownOpen = { read: Reading.prototype.open, write: Writing.prototype.open };

  /** May be called without `new`, and on an object that inherits from it, as `graceful-fs` does. */
  function ReadStream(this: unknown, path: unknown, options?: unknown): unknown {
    if (!(this instanceof Reading)) return Reflect.construct(ReadStream, [path, options]);
    const file = new StreamFile(path, options, fs);
    const { given, start, descriptor: fd } = file;
    const autoDestroy = given.autoClose !== false;
    checkBackend(file.backend, ['read'], autoDestroy);
    const end = endOf(given.end, start);
    const { flags = 'r', mode = 0o666 } = given;
    const own = { fd, path: file.path, flags, mode, start, end, pos: start, bytesRead: 0 };
    files.set(this, file);
    Object.assign(this, own);
    apply(Readable, this, [{ highWaterMark: CHUNK, emitClose: true, ...given, autoDestroy }]);
    file.follow(this);
    return undefined;
  }

  /** As `ReadStream`. */
  function WriteStream(this: unknown, path: unknown, options?: unknown): unknown {
    if (!(this instanceof Writing)) return Reflect.construct(WriteStream, [path, options]);
    const file = new StreamFile(path, options, fs);
    const { given, start, descriptor: fd, backend } = file;
    const autoDestroy = given.autoClose !== false;
    validateBoolean(given.flush ?? false, 'options.flush');
    checkBackend(backend, writingOf(backend), autoDestroy);
    const { flags = start === undefined ? 'w' : 'r+', mode = 0o666 } = given;
    const own = { fd, path: file.path, flags, mode, start, pos: start, bytesWritten: 0 };
    files.set(this, file);
    Object.assign(this, own, !(backend as Partial<Backend>).writev && { _writev: null });
    apply(Writable, this, [{ emitClose: true, ...given, autoDestroy, decodeStrings: true }]);
    file.follow(this);
    if (typeof given.encoding === 'string') this.setDefaultEncoding(given.encoding);
    return undefined;
  }

  // Functions, because programs call these with `new` too.
  function createReadStream(path: unknown, options?: unknown): Readable {
    return Reflect.construct(ReadStream, [path, options]) as Readable;
  }
  function createWriteStream(path: unknown, options?: unknown): Writable {
    return Reflect.construct(WriteStream, [path, options]) as Writable;
  }

  inPlaceOf(Reading, ReadStream);
  inPlaceOf(Writing, WriteStream);
  return {
    ReadStream,
    WriteStream,
    FileReadStream: ReadStream,
    FileWriteStream: WriteStream,
    createReadStream,
    createWriteStream,
  };
}

/** A stream that does not close itself stays as it is. */
function fail(stream: Readable & { autoClose: boolean }, error: Error): void {
  if (stream.autoClose) stream.destroy(error);
  else stream.emit('error', error);
}

/** What a stream that reads does with `count` bytes. */
function take(stream: Readable & Progress, chunk: Buffer, count: number): void {
  if (stream.pos !== undefined) stream.pos += count;
  stream.bytesRead += count;
  // A copy, so that little is not kept in much.
  if (count === 0) stream.push(null);
  else stream.push(count < chunk.length ? Buffer.from(chunk.subarray(0, count)) : chunk);
}

function writeAll(
  stream: WritingFile,
  file: StreamFile,
  bytes: Uint8Array,
  position: number | undefined,
  done: Done,
  retries = 0,
): void {
  const { length } = bytes;
  file.backend.write(stream.fd as number, bytes, 0, length, position, (error, count) => {
    const isLater = (error as { code?: string } | null)?.code === 'EAGAIN';
    if (error && !isLater) return finish(stream, file, error, done);
    const moved = isLater ? 0 : count;
    stream.bytesWritten += moved;
    if (moved === length) return finish(stream, file, null, done);
    const tries = moved > 0 ? 0 : retries + 1;
    if (tries > RETRIES) return finish(stream, file, new Error('write failed'), done);
    const next = position === undefined ? undefined : position + moved;
    writeAll(stream, file, bytes.subarray(moved), next, done, tries);
  });
}

function finish(stream: WritingFile, file: StreamFile, error: Error | null, done: Done): void {
  const failure = error ?? (stream.destroyed ? streamDestroyed() : null);
  file.settle(stream, error, () => done(failure));
}

/** Gives what belongs to a class to a function, which can be called on what inherits from it. */
function inPlaceOf(Class: typeof Readable | typeof Writable, form: CallableFunction): void {
  Object.setPrototypeOf(form, Object.getPrototypeOf(Class) as object);
  Object.defineProperty(form, 'prototype', { value: Class.prototype });
  Object.defineProperty(Class.prototype, 'constructor', { value: form, configurable: true });
}

/** The last position that is read. */
function endOf(end: unknown, start: number | undefined): number {
  if (end === undefined || end === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
  validateInteger(end, 'end', 0);
  if (start !== undefined && start > end) {
    throw outOfRange('start', `<= "end" (here: ${end})`, start);
  }
  return end;
}

/** A program's own backend may have one of the two. */
function writingOf({ write, writev }: Partial<Backend>): ('write' | 'writev')[] {
  if (!writev) return ['write'];
  return write ? ['write', 'writev'] : ['writev'];
}

function checkBackend(
  backend: Backend,
  transfers: ('read' | 'write' | 'writev')[],
  isClosed: boolean,
): void {
  for (const name of transfers) validateFunction(backend[name], `options.fs.${name}`);
  if (isClosed) validateFunction(backend.close, 'options.fs.close');
}

/** On the prototype itself there is no state. */
function stateOf(stream: object, name: keyof States, kind: string): { autoDestroy: boolean } {
  const state = (stream as States)[name];
  if (state) return state;
  throw nodeError('ERR_INVALID_THIS', `Value of "this" must be of type ${kind}`, TypeError);
}

function streamDestroyed(): Error {
  const message = 'Cannot call write after a stream was destroyed';
  return nodeError('ERR_STREAM_DESTROYED', message);
}
