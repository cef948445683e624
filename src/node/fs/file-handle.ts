/** `FileHandle` of `node:fs/promises`: a descriptor that closes itself in `await using`. */
import { Buffer } from '../buffer.ts';
import { EventEmitter } from '../events.ts';
import { notImplemented } from '../internal/errors.ts';
import { validateObject } from '../internal/validators.ts';
import type { Operations } from './operations.ts';
import { isPieces, type Pieces, writePieces } from './pieces.ts';

/** Runs the work that an operation prepares, in a later turn. */
export type Later = <T>(prepare: () => () => T) => Promise<T>;

/** Streams and lines over a handle, which closes with them. */
export interface HandleStreams {
  read(options: object): unknown;
  write(options: object): unknown;
  lines(options: object): unknown;
}

/** Streams hold the handle that they work with. */
export const hold = Symbol('hold');
export const release = Symbol('release');

export class FileHandle extends EventEmitter {
  #descriptor: number;
  readonly #operations: Operations;
  readonly #later: Later;
  readonly #streams: HandleStreams;
  #closing: PromiseWithResolvers<void> | undefined;
  /** The handle holds itself until it is closed. */
  #holds = 1;

  constructor(descriptor: number, operations: Operations, later: Later, streams: HandleStreams) {
    super();
    this.#descriptor = descriptor;
    this.#operations = operations;
    this.#later = later;
    this.#streams = streams;
  }

  get fd(): number {
    return this.#descriptor;
  }

  appendFile(data: unknown, options?: unknown): Promise<void> {
    return this.writeFile(data, options);
  }

  chmod(mode: unknown): Promise<void> {
    return this.#later(() => this.#operations.fchmod(this.#open('fchmod'), mode));
  }

  async chown(): Promise<never> {
    this.#open('fchown');
    throw notImplemented('FileHandle.chown', 'virtual files have no owners');
  }

  /** Closes when nothing holds it any more; closing again while it closes is the same closing. */
  close(): Promise<void> {
    if (this.#descriptor === -1) return Promise.resolve();
    if (this.#closing) return this.#closing.promise;
    this.#closing = Promise.withResolvers();
    this[release]();
    this.emit('close');
    return this.#closing.promise;
  }

  [hold](): void {
    this.#holds++;
  }

  [release](): void {
    this.#holds--;
    if (this.#holds > 0 || !this.#closing) return;
    const descriptor = this.#descriptor;
    const { resolve, reject } = this.#closing;
    this.#descriptor = -1;
    this.#later(() => this.#operations.close(descriptor)).then(resolve, reject);
  }

  createReadStream(options?: object): unknown {
    return this.#streams.read({ ...options, fd: this });
  }

  createWriteStream(options?: object): unknown {
    return this.#streams.write({ ...options, fd: this });
  }

  /** The lines of the file, to be iterated. */
  readLines(options?: object): unknown {
    return this.#streams.lines({ ...options, fd: this });
  }

  datasync(): Promise<void> {
    return this.#later(() => this.#operations.fdatasync(this.#open('fdatasync')));
  }

  sync(): Promise<void> {
    return this.#later(() => this.#operations.fsync(this.#open('fsync')));
  }

  async read(
    target?: unknown,
    ...rest: unknown[]
  ): Promise<{ bytesRead: number; buffer: unknown }> {
    const descriptor = this.#open('read');
    const { buffer, place } = readTarget(target, rest);
    const bytesRead = await this.#later(() => this.#operations.read(descriptor, buffer, place));
    return Object.assign(Object.create(null), { bytesRead, buffer });
  }

  async readv(buffers: unknown, position?: unknown): Promise<object> {
    const descriptor = this.#open('readv');
    const bytesRead = await this.#later(() =>
      this.#operations.readv(descriptor, buffers, position),
    );
    return Object.assign(Object.create(null), { bytesRead, buffers });
  }

  async writev(buffers: unknown, position?: unknown): Promise<object> {
    const descriptor = this.#open('writev');
    const work = (): (() => number) => this.#operations.writev(descriptor, buffers, position);
    const bytesWritten = await this.#later(work);
    return Object.assign(Object.create(null), { bytesWritten, buffers });
  }

  utimes(atime: unknown, mtime: unknown): Promise<void> {
    return this.#later(() => this.#operations.futimes(this.#open('futimes'), atime, mtime));
  }

  readFile(options?: unknown): Promise<unknown> {
    return this.#later(() => this.#operations.readFile(this.#open('readFile'), options));
  }

  stat(options?: { bigint?: boolean }): Promise<unknown> {
    return this.#later(() => this.#operations.fstat(this.#open('fstat'), options));
  }

  truncate(length = 0): Promise<void> {
    return this.#later(() => this.#operations.ftruncate(this.#open('ftruncate'), length));
  }

  async write(
    data: unknown,
    ...rest: unknown[]
  ): Promise<{ bytesWritten: number; buffer: unknown }> {
    const descriptor = this.#open('write');
    const bytesWritten = await this.#later(() => this.#operations.write(descriptor, data, ...rest));
    return Object.assign(Object.create(null), { bytesWritten, buffer: data });
  }

  writeFile(data: unknown, options?: unknown): Promise<void> {
    if (isPieces(data)) return this.#writePieces(data, options);
    return this.#later(() => this.#operations.writeFile(this.#open('writeFile'), data, options));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  async #writePieces(pieces: Pieces, options: unknown): Promise<void> {
    const file = this.#open('writeFile');
    const target = { file, flag: 'w', operations: this.#operations, later: this.#later };
    await writePieces(target, pieces, options);
  }

  #open(syscall: string): number {
    if (this.#descriptor >= 0) return this.#descriptor;
    throw Object.assign(new Error('file closed'), { code: 'EBADF', syscall });
  }
}

/** `read(buffer, offset, length, position)`, `read(buffer, options)` or `read(options)`. */
function readTarget(target: unknown, rest: unknown[]): { buffer: unknown; place: object } {
  if (!ArrayBuffer.isView(target)) {
    if (target !== undefined && target !== null) validateObject(target, 'options');
    const given = (target ?? {}) as Given;
    const { buffer = Buffer.alloc(16_384) } = given;
    return { buffer, place: placeOf(given) };
  }
  const [first] = rest;
  const isPlace = first !== null && typeof first === 'object';
  const given = isPlace ? (first as Given) : { offset: first, length: rest[1], position: rest[2] };
  return { buffer: target, place: placeOf(given) };
}

type Given = Record<string, unknown>;

/** No length, or null, is all that there is room for. */
function placeOf({ offset, length, position }: Given): object {
  return { offset, length: length ?? undefined, position };
}
