/** The file below an `fs.ReadStream` or `fs.WriteStream`: how it is opened, used and closed. */
import { invalidArgType, nodeError } from '../internal/errors.ts';
import { validateFunction, validateInteger } from '../internal/validators.ts';
import { toOptions, toPath } from './arguments.ts';
import { FileHandle, hold, release } from './file-handle.ts';

export type Done = (error?: Error | null) => void;
type Told = (error: Error | null, value?: never) => void;

/** The calls of `node:fs`, or the program's own, that a stream is made of. */
export interface Backend {
  open(path: unknown, flags: unknown, mode: unknown, done: Told): void;
  close(descriptor: number, done: Told): void;
  fsync(descriptor: number, done: Told): void;
  read(
    descriptor: number,
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: number | undefined,
    done: (error: Error | null, count: number) => void,
  ): void;
  write(
    descriptor: number,
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: number | undefined,
    done: (error: Error | null, count: number) => void,
  ): void;
  writev(
    descriptor: number,
    buffers: Uint8Array[],
    position: number | undefined,
    done: (error: Error | null, count: number) => void,
  ): void;
}

export interface Given {
  [name: string]: unknown;
}

/** What both kinds of stream are to their file. */
export interface FileStream {
  fd: number | null;
  path?: string | undefined;
  flags?: unknown;
  mode?: unknown;
  readonly destroyed: boolean;
  emit(name: string | symbol, ...args: unknown[]): boolean;
  once(name: string | symbol, listener: (...args: never[]) => unknown): unknown;
  open(): void;
  close(): void;
}

/** Ends the wait for what a stream was doing when it was destroyed. */
const idle = Symbol('idle');

export class StreamFile {
  readonly given: Given;
  readonly backend: Backend;
  readonly descriptor: number | null;
  readonly path: string | undefined;
  readonly start: number | undefined;
  readonly #handle: FileHandle | undefined;
  #isBusy = false;

  constructor(path: unknown, options: unknown, fs: Backend) {
    const given = optionsOf(options);
    const { fd } = given;
    this.given = given;
    this.#handle = fd instanceof FileHandle ? fd : undefined;
    if (this.#handle && given.fs) throw withoutHandle();
    this.backend = this.#handle ? overHandle(this.#handle) : (given.fs as Backend) || fs;
    this.descriptor = descriptorOf(given);
    if (this.descriptor === null) validateFunction(this.backend.open, 'options.fs.open');
    this.path = this.descriptor === null || typeof path === 'string' ? toPath(path) : undefined;
    this.start = positionOf(given.start, 'start');
  }

  /** A stream closes when its handle is closed. */
  follow(stream: FileStream): void {
    this.#handle?.[hold]();
    this.#handle?.once('close', () => stream.close());
  }

  /** @param isPatched whether the program has put an `open` of its own in the stream's place */
  open(stream: FileStream, isPatched: boolean, done: Done): void {
    if (stream.fd !== null) return done();
    if (isPatched) return awaitOpen(stream, done);
    this.backend.open(stream.path, stream.flags, stream.mode, (error, descriptor) => {
      if (error) return done(error);
      stream.fd = descriptor as unknown as number;
      done();
      stream.emit('open', stream.fd);
      stream.emit('ready');
    });
  }

  /** What is begun here has to `settle`: the file is not closed before. */
  begin(): void {
    this.#isBusy = true;
  }

  /** @param tell is called before the file is closed, where the stream waits for that */
  settle(stream: FileStream, error: Error | null, tell: () => void): void {
    this.#isBusy = false;
    const isAwaited = stream.destroyed;
    tell();
    if (isAwaited) stream.emit(idle, error);
  }

  close(stream: FileStream, error: Error | null, done: Done): void {
    const close = (failure?: Error | null): void => this.#close(stream, failure ?? error, done);
    if (this.#isBusy) stream.once(idle, close);
    else if (this.given.flush && stream.fd !== null) this.backend.fsync(stream.fd, close);
    else close();
  }

  #close(stream: FileStream, error: Error | null, done: Done): void {
    if (stream.fd === null) return done(error);
    this.backend.close(stream.fd, (failure) => done(failure ?? error));
    stream.fd = null;
  }
}

/** An `open` of the program's own tells by an event how it went. */
function awaitOpen(stream: FileStream, done: Done): void {
  const { emit } = stream;
  stream.emit = (name, ...args): boolean => {
    if (name !== 'open' && name !== 'error') return emit.call(stream, name, ...args);
    stream.emit = emit;
    done(name === 'error' ? (args[0] as Error) : null);
    return name === 'open' && emit.call(stream, name, ...args);
  };
  stream.open();
}

function overHandle(handle: FileHandle): Backend {
  const tell = (
    work: Promise<object>,
    count: 'bytesRead' | 'bytesWritten',
    done: (error: Error | null, count: number) => void,
  ): void => {
    work.then(
      (result) => done(null, (result as Record<typeof count, number>)[count]),
      (error: Error) => done(error, 0),
    );
  };
  return {
    open: () => undefined,
    close(_, done) {
      handle[release]();
      handle.close().then(() => done(null), done);
    },
    fsync: (_, done) => void handle.sync().then(() => done(null), done),
    read: (_, buffer, offset, length, position, done) =>
      tell(handle.read(buffer, offset, length, position), 'bytesRead', done),
    write: (_, buffer, offset, length, position, done) =>
      tell(handle.write(buffer, offset, length, position), 'bytesWritten', done),
    writev: (_, buffers, position, done) =>
      tell(handle.writev(buffers, position), 'bytesWritten', done),
  };
}

/** Options may be inherited. */
function optionsOf(options: unknown): Given {
  const given: Given = {};
  const checked: Given = toOptions(options);
  const from = typeof options === 'object' && options !== null ? (options as Given) : checked;
  for (const name in from) given[name] = from[name];
  return given;
}

function descriptorOf({ fd }: Given): number | null {
  if (fd === undefined || fd === null) return null;
  if (fd instanceof FileHandle) return fd.fd;
  if (typeof fd !== 'number') throw invalidArgType('options.fd', ['number', 'FileHandle'], fd);
  validateInteger(fd, 'fd', 0, 2 ** 31 - 1);
  return fd;
}

function positionOf(value: unknown, name: string): number | undefined {
  if (value !== undefined) validateInteger(value, name, 0);
  return value as number | undefined;
}

function withoutHandle(): Error {
  const message = 'The FileHandle with fs method is not implemented';
  return nodeError('ERR_METHOD_NOT_IMPLEMENTED', message);
}
