/** The descriptors of one process: open files, with their positions. */
import type { Entry, FileEntry, VirtualFiles } from './files.ts';
import { placeBytes } from './growing-bytes.ts';
import { SystemError } from './system-error.ts';

/** Linux's flags of open(2). */
export const openFlags = {
  O_RDONLY: 0,
  O_WRONLY: 1,
  O_RDWR: 2,
  O_CREAT: 0o100,
  O_EXCL: 0o200,
  O_TRUNC: 0o1000,
  O_APPEND: 0o2000,
  O_DIRECTORY: 0o200000,
} as const;

const ACCESS_MASK = 3;
/** As in Node, whose own files take the numbers below. */
const FIRST_DESCRIPTOR = 17;
const DESCRIPTOR_LIMIT = 4096;
/** A file larger than this does not fit the page's memory beside all else. */
const SIZE_LIMIT = 256 * 1024 * 1024;

interface OpenFile {
  entry: Entry;
  path: string;
  flags: number;
  position: number;
}

export class OpenFiles {
  readonly #files: VirtualFiles;
  readonly #open = new Map<number, OpenFile>();

  constructor(files: VirtualFiles) {
    this.#files = files;
  }

  open(path: string, flags: number, mode: number): number {
    const writes = (flags & ACCESS_MASK) !== openFlags.O_RDONLY;
    const entry = this.#files.open(path, {
      create: (flags & openFlags.O_CREAT) !== 0,
      exclusive: (flags & openFlags.O_EXCL) !== 0,
      mode,
    });
    if (entry.type === 'directory' && (writes || (flags & openFlags.O_CREAT) !== 0)) {
      throw new SystemError('EISDIR', 'open', path);
    }
    if (entry.type === 'file' && (flags & openFlags.O_DIRECTORY) !== 0) {
      throw new SystemError('ENOTDIR', 'open', path);
    }
    if (entry.type === 'file' && writes && (flags & openFlags.O_TRUNC) !== 0) {
      this.#files.write(entry, path, new Uint8Array(0));
    }
    if (this.#open.size >= DESCRIPTOR_LIMIT) throw new SystemError('EMFILE', 'open', path);
    let descriptor = FIRST_DESCRIPTOR;
    while (this.#open.has(descriptor)) descriptor++;
    this.#open.set(descriptor, { entry, path, flags, position: 0 });
    return descriptor;
  }

  close(descriptor: number): void {
    if (!this.#open.delete(descriptor)) throw new SystemError('EBADF', 'close');
  }

  entry(descriptor: number, syscall: string): Entry {
    return this.#get(descriptor, syscall).entry;
  }

  /** @param position in bytes; null reads on from where the last call ended */
  read(descriptor: number, length: number, position: number | null): Uint8Array {
    const file = this.#get(descriptor, 'read');
    if ((file.flags & ACCESS_MASK) === openFlags.O_WRONLY) throw new SystemError('EBADF', 'read');
    if (file.entry.type === 'directory') throw new SystemError('EISDIR', 'read');
    const start = position ?? file.position;
    // A copy: a write may take over the memory.
    const bytes = file.entry.bytes.slice(start, start + length);
    if (position === null) file.position = start + bytes.length;
    return bytes;
  }

  /** @returns how many bytes were written: all */
  write(descriptor: number, bytes: Uint8Array, position: number | null): number {
    const file = this.#getWritable(descriptor, 'write');
    const isAppending = (file.flags & openFlags.O_APPEND) !== 0;
    const start = isAppending ? file.entry.bytes.length : (position ?? file.position);
    const end = start + bytes.length;
    if (end > SIZE_LIMIT) throw new SystemError('EFBIG', 'write');
    this.#files.write(file.entry, file.path, placeBytes(file.entry.bytes, bytes, start));
    if (position === null || isAppending) file.position = end;
    return bytes.length;
  }

  truncate(descriptor: number, length: number): void {
    const { entry, path } = this.#getWritable(descriptor, 'ftruncate', 'EINVAL');
    if (length > SIZE_LIMIT) throw new SystemError('EFBIG', 'ftruncate');
    const bytes = new Uint8Array(length);
    bytes.set(entry.bytes.subarray(0, length));
    this.#files.write(entry, path, bytes);
  }

  setMode(descriptor: number, mode: number): void {
    this.#files.setModeOf(this.entry(descriptor, 'fchmod'), mode);
  }

  setTimes(descriptor: number, accessed: number, modified: number): void {
    this.#files.setTimesOf(this.entry(descriptor, 'futime'), accessed, modified);
  }

  pathOf(descriptor: number, syscall: string): string {
    return this.#get(descriptor, syscall).path;
  }

  #get(descriptor: number, syscall: string): OpenFile {
    const file = this.#open.get(descriptor);
    if (file === undefined) throw new SystemError('EBADF', syscall);
    return file;
  }

  #getWritable(
    descriptor: number,
    syscall: string,
    code: 'EBADF' | 'EINVAL' = 'EBADF',
  ): OpenFile & { entry: FileEntry } {
    const file = this.#get(descriptor, syscall);
    const isReadOnly = (file.flags & ACCESS_MASK) === openFlags.O_RDONLY;
    if (isReadOnly || file.entry.type === 'directory') throw new SystemError(code, syscall);
    return file as OpenFile & { entry: FileEntry };
  }
}
