/** Arguments of `node:fs`, checked and turned into what the kernel takes. */
import { openFlags } from '../../kernel/open-files.ts';
import { Buffer } from '../buffer.ts';
import { AbortError, invalidArgType, invalidArgValue, outOfRange } from '../internal/errors.ts';
import { validateAbortSignal, validateInteger } from '../internal/validators.ts';
import { fileURLToPath } from '../url.ts';

export type PathLike = string | Uint8Array | URL;

export const constants = Object.freeze({
  UV_FS_SYMLINK_DIR: 1,
  UV_FS_SYMLINK_JUNCTION: 2,
  ...openFlags,
  O_NOATIME: 0o1000000,
  UV_DIRENT_UNKNOWN: 0,
  UV_DIRENT_FILE: 1,
  UV_DIRENT_DIR: 2,
  UV_DIRENT_LINK: 3,
  UV_DIRENT_FIFO: 4,
  UV_DIRENT_SOCKET: 5,
  UV_DIRENT_CHAR: 6,
  UV_DIRENT_BLOCK: 7,
  S_IFMT: 0o170000,
  S_IFREG: 0o100000,
  S_IFDIR: 0o040000,
  S_IFCHR: 0o020000,
  S_IFBLK: 0o060000,
  S_IFIFO: 0o010000,
  S_IFLNK: 0o120000,
  S_IFSOCK: 0o140000,
  S_IRWXU: 0o700,
  S_IRUSR: 0o400,
  S_IWUSR: 0o200,
  S_IXUSR: 0o100,
  S_IRWXG: 0o070,
  S_IRGRP: 0o040,
  S_IWGRP: 0o020,
  S_IXGRP: 0o010,
  S_IRWXO: 0o007,
  S_IROTH: 0o004,
  S_IWOTH: 0o002,
  S_IXOTH: 0o001,
  F_OK: 0,
  R_OK: 4,
  W_OK: 2,
  X_OK: 1,
  UV_FS_COPYFILE_EXCL: 1,
  COPYFILE_EXCL: 1,
  UV_FS_COPYFILE_FICLONE: 2,
  COPYFILE_FICLONE: 2,
  UV_FS_COPYFILE_FICLONE_FORCE: 4,
  COPYFILE_FICLONE_FORCE: 4,
});

const { O_APPEND, O_CREAT, O_EXCL, O_RDONLY, O_RDWR, O_TRUNC, O_WRONLY } = openFlags;
const flagNames: Readonly<Record<string, number>> = {
  r: O_RDONLY,
  rs: O_RDONLY,
  sr: O_RDONLY,
  'r+': O_RDWR,
  'rs+': O_RDWR,
  'sr+': O_RDWR,
  w: O_TRUNC | O_CREAT | O_WRONLY,
  wx: O_TRUNC | O_CREAT | O_WRONLY | O_EXCL,
  xw: O_TRUNC | O_CREAT | O_WRONLY | O_EXCL,
  'w+': O_TRUNC | O_CREAT | O_RDWR,
  'wx+': O_TRUNC | O_CREAT | O_RDWR | O_EXCL,
  'xw+': O_TRUNC | O_CREAT | O_RDWR | O_EXCL,
  a: O_APPEND | O_CREAT | O_WRONLY,
  ax: O_APPEND | O_CREAT | O_WRONLY | O_EXCL,
  xa: O_APPEND | O_CREAT | O_WRONLY | O_EXCL,
  'a+': O_APPEND | O_CREAT | O_RDWR,
  'ax+': O_APPEND | O_CREAT | O_RDWR | O_EXCL,
  'xa+': O_APPEND | O_CREAT | O_RDWR | O_EXCL,
};

export function toFlags(flags: unknown, fallback: string): number {
  if (flags === undefined || flags === null) return flagNames[fallback] ?? O_RDONLY;
  if (typeof flags === 'number') {
    validateInteger(flags, 'flags', -(2 ** 31), 2 ** 31 - 1);
    return flags;
  }
  const number = typeof flags === 'string' ? flagNames[flags] : undefined;
  if (number === undefined) throw invalidArgValue('flags', flags);
  return number;
}

/** The path as the program wrote it: errors show it so. */
export function toPath(path: unknown, name = 'path'): string {
  let text: unknown = path;
  if (path instanceof URL) text = fileURLToPath(path);
  else if (path instanceof Uint8Array) text = new TextDecoder().decode(path);
  if (typeof text !== 'string') throw invalidArgType(name, ['string', 'Buffer', 'URL'], path);
  if (text.includes('\0')) {
    throw invalidArgValue(name, path, 'must be a string, Uint8Array, or URL without null bytes');
  }
  return text;
}

export function toDescriptor(value: unknown): number {
  validateInteger(value, 'fd', 0, 2 ** 31 - 1);
  return value;
}

/** `0o644`, or the same as octal text. */
export function toMode(mode: unknown, fallback: number, name = 'mode'): number {
  if (mode === undefined || mode === null) return fallback;
  if (typeof mode === 'string') {
    if (/^[0-7]+$/.test(mode)) return Number.parseInt(mode, 8);
    const reason = 'must be a 32-bit unsigned integer or an octal string';
    throw invalidArgValue(name, mode, reason);
  }
  validateInteger(mode, name, 0, 2 ** 32 - 1);
  return mode;
}

export interface FileOptions {
  encoding?: string | null;
  flag?: unknown;
  mode?: unknown;
  signal?: AbortSignal;
  [name: string]: unknown;
}

/** An encoding alone stands for options with it. */
export function toOptions(options: unknown, defaults: FileOptions = {}): FileOptions {
  if (options === undefined || options === null || typeof options === 'function') return defaults;
  const given =
    typeof options === 'string' ? { encoding: options } : (options as FileOptions | undefined);
  if (typeof given !== 'object') throw invalidArgType('options', ['string', 'Object'], options);
  const merged = { ...defaults, ...given };
  const { encoding } = merged;
  if (typeof encoding === 'string' && encoding !== 'buffer' && !Buffer.isEncoding(encoding)) {
    throw invalidArgValue('encoding', encoding, 'is invalid encoding');
  }
  validateAbortSignal(merged.signal, 'options.signal');
  return merged;
}

/** What is to be written, as bytes of its own: the caller may change theirs. */
export function toBytes(data: unknown, encoding: unknown, name = 'data'): Uint8Array {
  if (typeof data === 'string') {
    return new Uint8Array(Buffer.from(data, typeof encoding === 'string' ? encoding : 'utf8'));
  }
  if (ArrayBuffer.isView(data)) {
    return new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice();
  }
  throw invalidArgType(name, ['string', 'Buffer', 'TypedArray', 'DataView'], data);
}

/** Several views of bytes, each as bytes. */
export function toViews(buffers: unknown): Uint8Array[] {
  if (!Array.isArray(buffers) || !buffers.every((each) => ArrayBuffer.isView(each))) {
    throw invalidArgType('buffers', 'ArrayBufferView[]', buffers);
  }
  return (buffers as ArrayBufferView[]).map(
    ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
  );
}

/** As Node takes them: a negative number, unlike a date or text, stands for now. */
export function toSeconds(time: unknown, name: string): number {
  if (time instanceof Date) return time.getTime() / 1000;
  if (typeof time === 'string' && Number.isFinite(Number(time))) return Number(time);
  if (typeof time === 'number' && Number.isFinite(time)) return time < 0 ? Date.now() / 1000 : time;
  throw invalidArgType(name, ['Date', 'Time in seconds'], time);
}

/** Where in a buffer to work, and where in the file: null is where the last call ended. */
interface Range {
  start: number;
  size: number;
  position: number | null;
}

interface Given {
  offset?: unknown;
  length?: unknown;
  position?: unknown;
}

export function toReadRange(buffer: ArrayBufferView, given: Given): Range {
  const start = given.offset ?? 0;
  validateInteger(start, 'offset', 0);
  // What is no number counts as none, and fractions are cut off.
  const size = given.length === undefined ? buffer.byteLength - start : Number(given.length) | 0;
  if (size === 0) return { start: 0, size, position: null };
  if (buffer.byteLength === 0) {
    throw invalidArgValue('buffer', buffer, 'is empty and cannot be written');
  }
  if (size < 0) throw outOfRange('length', '>= 0', size);
  if (size > buffer.byteLength - start) {
    throw outOfRange('length', `<= ${buffer.byteLength - start}`, size);
  }
  return { start, size, position: toReadPosition(given.position, size) };
}

export function toWriteRange(buffer: ArrayBufferView, given: Given): Range {
  const start = given.offset ?? 0;
  validateInteger(start, 'offset', 0);
  const size = typeof given.length === 'number' ? given.length : buffer.byteLength - start;
  if (start > buffer.byteLength) throw outOfRange('offset', `<= ${buffer.byteLength}`, start);
  if (size > buffer.byteLength - start) {
    throw outOfRange('length', `<= ${buffer.byteLength - start}`, size);
  }
  if (size < 0) throw outOfRange('length', '>= 0', size);
  validateInteger(size, 'length', 0, 2 ** 31 - 1);
  return { start, size, position: toPosition(given.position) };
}

/** Where a read of `size` bytes begins; unlike a write's, it may be nothing but a number. */
function toReadPosition(position: unknown, size: number): number | null {
  if (position === undefined || position === null) return null;
  if (typeof position === 'bigint') {
    const last = 2n ** 63n - 1n - BigInt(size);
    if (position < -1n || position > last) {
      throw outOfRange('position', `>= -1 && <= ${last}`, position);
    }
    return toPosition(Number(position));
  }
  if (typeof position !== 'number') {
    throw invalidArgType('position', ['integer', 'bigint'], position);
  }
  validateInteger(position, 'position', -1);
  return toPosition(position);
}

/** What is no position in a file stands for the one where the last call ended. */
export function toPosition(position: unknown): number | null {
  return typeof position === 'number' && Number.isInteger(position) && position >= 0
    ? position
    : null;
}

/** A name that the kernel gave, in the encoding that the program asked for. */
export function toName(name: string, encoding: unknown): string | Buffer {
  if (typeof encoding !== 'string' || /^utf-?8$/i.test(encoding)) return name;
  const bytes = Buffer.from(name) as Buffer;
  return encoding === 'buffer' ? bytes : bytes.toString(encoding);
}

/** @throws {AbortError} */
export function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
}
