/**
 * `fs.ReadStream` and `fs.WriteStream`: Node's streams over the asynchronous forms. Follows
 * `lib/internal/fs/streams.js`; an `fs` of the program's own in the options is declined.
 */
import { Buffer } from '../buffer.ts';
import { invalidArgType, notImplemented, outOfRange } from '../internal/errors.ts';
import { validateInteger } from '../internal/validators.ts';
import { finished, Readable, Writable } from '../stream.ts';
import { toOptions, toPath } from './arguments.ts';
import { FileHandle } from './file-handle.ts';
import type { Operations } from './operations.ts';

type Done = (error?: Error | null) => void;
type Run = (work: () => unknown, done: (error: unknown, value?: unknown) => void) => void;
type Given = Record<string, unknown>;

/** What both kinds of stream have of their file. */
interface OfFile {
  fd: number | null;
  path?: string | undefined;
  flags: unknown;
  mode: unknown;
  /** Which is closed in place of its descriptor. */
  readonly handle: FileHandle | undefined;
  emit(name: string, ...args: unknown[]): unknown;
}

const CHUNK = 65_536;

export function createFileStreams(operations: Operations, run: Run) {
  const open = (stream: OfFile, done: Done): void => {
    if (stream.fd !== null) return done();
    run(operations.open(stream.path, stream.flags, stream.mode), (error, descriptor) => {
      if (error) return done(error as Error);
      stream.fd = descriptor as number;
      done();
      stream.emit('open', descriptor);
      stream.emit('ready');
    });
  };
  const close = (stream: OfFile, error: Error | null, done: Done): void => {
    if (stream.fd === null) return done(error);
    const descriptor = stream.fd;
    stream.fd = null;
    if (stream.handle) {
      stream.handle.close().then(() => done(error), done);
      return;
    }
    run(operations.close(descriptor), (failure) => done(error ?? (failure as Error | null)));
  };

  class Reading extends Readable implements OfFile {
    fd: number | null;
    path: string | undefined;
    flags: unknown;
    mode: unknown;
    start: number | undefined;
    end: number;
    pos: number | undefined;
    bytesRead = 0;
    declare readonly handle: FileHandle | undefined;

    constructor(path: unknown, options?: unknown) {
      const { given, fd, place, start } = beginningOf(path, options);
      const { end = Number.POSITIVE_INFINITY } = given;
      if (end !== Number.POSITIVE_INFINITY) checkPosition(end, 'end');
      if (start !== undefined && start > (end as number)) {
        throw outOfRange('start', `<= "end" (here: ${String(end)})`, start);
      }
      super({
        highWaterMark: CHUNK,
        emitClose: true,
        autoDestroy: given.autoClose !== false,
        ...given,
      });
      this.fd = fd;
      this.path = place;
      this.flags = given.flags ?? 'r';
      this.mode = given.mode ?? 0o666;
      this.start = start;
      this.end = end as number;
      this.pos = this.start;
      keepHandle(this, given);
    }

    get pending(): boolean {
      return this.fd === null;
    }

    _construct(done: Done): void {
      open(this, done);
    }

    override _read(size: number): void {
      const left = this.end - (this.pos ?? this.bytesRead) + 1;
      const length = Math.min(size, left);
      if (length <= 0) return void this.push(null);
      const chunk = Buffer.alloc(length);
      run(operations.read(this.fd, chunk, 0, length, this.pos ?? null), (error, count) => {
        if (error) return void this.destroy(error as Error);
        const bytes = count as number;
        this.bytesRead += bytes;
        if (this.pos !== undefined) this.pos += bytes;
        this.push(bytes === 0 ? null : chunk.subarray(0, bytes));
      });
    }

    override _destroy(error: Error | null, done: Done): void {
      close(this, error, done);
    }

    close(done?: Done): void {
      if (typeof done === 'function') finished(this, {}, done);
      this.destroy();
    }
  }

  class Writing extends Writable implements OfFile {
    fd: number | null;
    path: string | undefined;
    flags: unknown;
    mode: unknown;
    start: number | undefined;
    pos: number | undefined;
    bytesWritten = 0;
    declare readonly handle: FileHandle | undefined;
    readonly #closesItself: boolean;

    constructor(path: unknown, options?: unknown) {
      const { given, fd, place, start } = beginningOf(path, options);
      const closesItself = given.autoClose !== false;
      super({ emitClose: true, autoDestroy: closesItself, ...given, decodeStrings: true });
      this.fd = fd;
      this.path = place;
      this.flags = given.flags ?? (start === undefined ? 'w' : 'r+');
      this.mode = given.mode ?? 0o666;
      this.start = start;
      this.pos = this.start;
      this.#closesItself = closesItself;
      keepHandle(this, given);
      if (typeof given.encoding === 'string') this.setDefaultEncoding(given.encoding);
    }

    get pending(): boolean {
      return this.fd === null;
    }

    _construct(done: Done): void {
      open(this, done);
    }

    override _write(chunk: Uint8Array, _encoding: string, done: Done): void {
      run(operations.write(this.fd, chunk, 0, chunk.length, this.pos ?? null), (error) => {
        if (error) return done(error as Error);
        this.bytesWritten += chunk.length;
        if (this.pos !== undefined) this.pos += chunk.length;
        done();
      });
    }

    override _destroy(error: Error | null, done: Done): void {
      close(this, error, done);
    }

    close(done?: Done): void {
      if (typeof done === 'function') {
        if (this.destroyed) finished(this, {}, done);
        else this.once('close', done);
      }
      if (!this.#closesItself) this.on('finish', () => this.destroy());
      this.end();
    }

    destroySoon(...args: unknown[]): void {
      this.end(...args);
    }
  }

  const ReadStream = callable(Reading, 'ReadStream');
  const WriteStream = callable(Writing, 'WriteStream');
  return {
    ReadStream,
    WriteStream,
    FileReadStream: ReadStream,
    FileWriteStream: WriteStream,
    createReadStream: (path: unknown, options?: unknown) => new ReadStream(path, options),
    createWriteStream: (path: unknown, options?: unknown) => new WriteStream(path, options),
  };
}

type Constructor<T> = new (path: unknown, options?: unknown) => T;

/** A class that may be called without `new`, as Node's are. */
function callable<T>(Class: Constructor<T>, name: string): Constructor<T> {
  function Callable(path: unknown, options?: unknown): T {
    return Reflect.construct(Class, [path, options], new.target ?? Callable) as T;
  }
  Object.setPrototypeOf(Callable, Object.getPrototypeOf(Class) as object);
  Object.defineProperties(Callable, {
    name: { value: name, configurable: true },
    prototype: { value: Class.prototype },
  });
  Object.defineProperty(Class.prototype, 'constructor', { value: Callable, configurable: true });
  return Callable as unknown as Constructor<T>;
}

/** Where a stream begins. Of a file that is open already the path is not asked for. */
function beginningOf(path: unknown, options: unknown) {
  const given = optionsOf(options);
  const fd = descriptorOf(given);
  const place = fd === null || typeof path === 'string' ? toPath(path) : undefined;
  const { start } = given;
  if (start !== undefined) checkPosition(start, 'start');
  return { given, fd, place, start: start as number | undefined };
}

function optionsOf(options: unknown): Given {
  const given = toOptions(options) as Given;
  if (given.fs) throw notImplemented('options.fs', 'the streams read and write virtual files');
  return given;
}

function descriptorOf({ fd }: Given): number | null {
  if (fd === undefined || fd === null) return null;
  if (fd instanceof FileHandle) return fd.fd;
  if (typeof fd !== 'number') throw invalidArgType('options.fd', ['number', 'FileHandle'], fd);
  return fd;
}

/** A stream closes its handle, and closes when that is closed. */
function keepHandle(stream: OfFile & { close(): void }, { fd }: Given): void {
  if (!(fd instanceof FileHandle)) return;
  Object.defineProperty(stream, 'handle', { value: fd });
  fd.once('close', () => stream.close());
}

function checkPosition(value: unknown, name: string): void {
  validateInteger(value, name, 0);
}
