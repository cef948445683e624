/** `FileHandle` of `node:fs/promises`: a descriptor that closes itself in `await using`. */
import { Buffer } from '../buffer.ts';
import { EventEmitter } from '../events.ts';
import type { Operations } from './operations.ts';

/** Runs the work that an operation prepares, in a later turn. */
export type Later = <T>(prepare: () => () => T) => Promise<T>;

/** Streams and lines over a handle, which closes with them. */
export interface HandleStreams {
  read(options: object): unknown;
  write(options: object): unknown;
  lines(options: object): unknown;
}

export class FileHandle extends EventEmitter {
  #descriptor: number;
  readonly #operations: Operations;
  readonly #later: Later;
  readonly #streams: HandleStreams;

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

  async close(): Promise<void> {
    if (this.#descriptor === -1) return;
    const descriptor = this.#descriptor;
    this.#descriptor = -1;
    await this.#later(() => this.#operations.close(descriptor));
    this.emit('close');
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
    const isView = ArrayBuffer.isView(target);
    const options = (isView ? undefined : target) as Record<string, unknown> | undefined;
    const buffer = isView ? target : (options?.buffer ?? Buffer.alloc(16_384));
    const args = options === undefined ? rest : [options];
    const descriptor = this.#open('read');
    const bytesRead = await this.#later(() => this.#operations.read(descriptor, buffer, ...args));
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
    return this.#later(() => this.#operations.futimes(this.#open('futime'), atime, mtime));
  }

  readFile(options?: unknown): Promise<unknown> {
    return this.#later(() => this.#operations.readFile(this.#open('read'), options));
  }

  stat(): Promise<unknown> {
    return this.#later(() => this.#operations.fstat(this.#open('fstat')));
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
    return this.#later(() => this.#operations.writeFile(this.#open('write'), data, options));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #open(syscall: string): number {
    if (this.#descriptor >= 0) return this.#descriptor;
    throw Object.assign(new Error('file closed'), { code: 'EBADF', syscall });
  }
}
