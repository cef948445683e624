/**
 * The operations of `node:fs`, each in two steps: the function checks its arguments as Node does,
 * and returns what does the work. The synchronous form runs both at once; the callback and promise
 * forms check at once and work later.
 */
import type { FileCall } from '../../kernel/file-calls.ts';
import type { Stats as KernelStats } from '../../kernel/files.ts';
import { SystemError } from '../../kernel/system-error.ts';
import { resolvePath } from '../../shared/paths.ts';
import { Buffer } from '../buffer.ts';
import { invalidArgType, invalidArgValue, nodeError } from '../internal/errors.ts';
import { validateBoolean, validateInteger } from '../internal/validators.ts';
import {
  constants,
  toBytes,
  toDescriptor,
  toFlags,
  toMode,
  toOptions,
  toPath,
  toPosition,
  toRange,
  toReadPosition,
  toSeconds,
  toViews,
} from './arguments.ts';
import { Dirent, Stats } from './stats.ts';

export interface FileSystemHost {
  /** @throws {SystemError} */
  call(call: FileCall | { op: 'read-stdin'; length?: number }): unknown;
  /**
   * Writes to standard output or standard error.
   * @throws {SystemError} where nobody reads it any more
   */
  write(descriptor: 1 | 2, bytes: Uint8Array): void;
  cwd(): string;
}

export type Operation = (...args: unknown[]) => () => unknown;
export type Operations = ReturnType<typeof createOperations>;

const STDERR = 2;

export function createOperations(host: FileSystemHost) {
  const at = (path: string): string => resolvePath(host.cwd(), path);
  /** Calls the kernel; an error shows the path as the program wrote it. */
  const call = (request: FileCall, path?: string, dest?: string): unknown =>
    asProgramError(() => host.call(request), path, dest);
  const stats = (path: string, syscall: string): Stats =>
    new Stats(call({ op: 'stat', path: at(path), syscall }, path) as KernelStats);
  const open = (path: string, flags: number, mode = 0o666): number =>
    call({ op: 'open', path: at(path), flags, mode: mode & ~0o022 }, path) as number;
  const close = (descriptor: number): void => void call({ op: 'close', descriptor });
  /** Works on a descriptor, or on one opened for a path. */
  const withFile = <T>(
    file: number | string,
    flags: number,
    mode: number,
    use: (fd: number) => T,
  ): T => {
    if (typeof file === 'number') return use(file);
    const descriptor = open(file, flags, mode);
    try {
      return use(descriptor);
    } finally {
      close(descriptor);
    }
  };
  const toFile = (file: unknown): number | string =>
    typeof file === 'number' ? toDescriptor(file) : toPath(file);

  const readAll = (descriptor: number): Uint8Array => {
    if (descriptor === 0) return readStandardInput(host);
    const { size } = call({ op: 'fstat', descriptor }) as KernelStats;
    return call({ op: 'read', descriptor, length: size, position: null }) as Uint8Array;
  };
  const writeAll = (descriptor: number, bytes: Uint8Array, position: number | null): number => {
    if (descriptor === 1 || descriptor === STDERR) {
      asProgramError(() => host.write(descriptor, bytes));
      return bytes.length;
    }
    return call({ op: 'write', descriptor, bytes, position }) as number;
  };
  const list = (path: string): { name: string; type: KernelStats['type'] }[] =>
    call({ op: 'list', path: at(path) }, path) as { name: string; type: KernelStats['type'] }[];
  const walk = (path: string, prefix: string, isRecursive: boolean): Dirent[] =>
    list(path).flatMap(({ name, type }) => {
      const entry = new Dirent(name, path, type);
      const below = `${path.replace(/\/$/, '')}/${name}`;
      const more =
        isRecursive && type === 'directory' ? walk(below, `${prefix}${name}/`, true) : [];
      return [entry, ...more];
    });

  function writeFile(file: unknown, data: unknown, options: unknown, flag: string) {
    const target = toFile(file);
    const given = toOptions(options, { encoding: 'utf8', flag });
    const mode = toMode(given.mode, 0o666);
    const bytes = toBytes(data, given.encoding);
    const flags = toFlags(given.flag, flag);
    return (): void => {
      given.signal?.throwIfAborted();
      withFile(target, flags, mode, (descriptor) => void writeAll(descriptor, bytes, null));
    };
  }

  return {
    access(path: unknown, mode: unknown = constants.F_OK) {
      const file = toPath(path);
      validateInteger(mode, 'mode', 0, 7);
      return (): void => {
        const { mode: bits } = stats(file, 'access');
        // As for root: everything may be read and written, and run if anyone may run it.
        if ((mode & constants.X_OK) !== 0 && (bits & 0o111) === 0) {
          throw asProgramError(() => {
            throw new SystemError('EACCES', 'access', file);
          }, file);
        }
      };
    },
    appendFile: (file: unknown, data: unknown, options?: unknown) =>
      writeFile(file, data, options, 'a'),
    chmod(path: unknown, mode: unknown) {
      const file = toPath(path);
      const bits = toMode(mode, Number.NaN);
      if (Number.isNaN(bits)) throw invalidArgType('mode', 'number', mode);
      return () => void call({ op: 'chmod', path: at(file), mode: bits }, file);
    },
    close(fd: unknown) {
      const descriptor = toDescriptor(fd);
      return () => close(descriptor);
    },
    copyFile(source: unknown, target: unknown, mode: unknown = 0) {
      const [from, to] = [toPath(source, 'src'), toPath(target, 'dest')];
      validateInteger(mode, 'mode', 0, 7);
      const exclusive = (mode & constants.COPYFILE_EXCL) !== 0;
      return () =>
        void call({ op: 'copy-file', path: at(from), dest: at(to), exclusive }, from, to);
    },
    fstat(fd: unknown) {
      const descriptor = toDescriptor(fd);
      return (): Stats =>
        descriptor <= STDERR
          ? deviceStats()
          : new Stats(call({ op: 'fstat', descriptor }) as KernelStats);
    },
    ftruncate(fd: unknown, length: unknown = 0) {
      const descriptor = toDescriptor(fd);
      validateInteger(length, 'len');
      return () => void call({ op: 'truncate', descriptor, length: Math.max(0, length) });
    },
    fsync: (fd: unknown) => {
      const descriptor = toDescriptor(fd);
      // Files are in memory: there is nothing to wait for, but the descriptor must be open.
      return () => void call({ op: 'path-of', descriptor, syscall: 'fsync' });
    },
    fdatasync: (fd: unknown) => {
      const descriptor = toDescriptor(fd);
      // As for fsync.
      return () => void call({ op: 'path-of', descriptor, syscall: 'fdatasync' });
    },
    lstat(path: unknown, options?: { throwIfNoEntry?: boolean }) {
      const file = toPath(path);
      return () => missing(options, () => stats(file, 'lstat'));
    },
    mkdir(path: unknown, options?: unknown) {
      const file = toPath(path);
      const given = Object(typeof options === 'object' ? options : { mode: options }) as {
        recursive?: unknown;
        mode?: unknown;
      };
      const recursive = given.recursive ?? false;
      validateBoolean(recursive, 'options.recursive');
      const mode = toMode(given.mode, 0o777) & ~0o022;
      return (): string | undefined => {
        const made = call({ op: 'mkdir', path: at(file), recursive, mode }, file) as string | null;
        return recursive ? (made ?? undefined) : undefined;
      };
    },
    mkdtemp(prefix: unknown, options?: unknown) {
      const start = toPath(prefix, 'prefix');
      toOptions(options);
      const base = start.endsWith('/') ? `${at(start)}/` : at(start);
      return (): string => {
        const suffix = call({ op: 'mkdtemp', path: base }, `${start}XXXXXX`) as string;
        return start + suffix;
      };
    },
    open(path: unknown, flags?: unknown, mode?: unknown) {
      const file = toPath(path);
      const bits = toFlags(flags, 'r');
      const permissions = toMode(mode, 0o666);
      return (): number => open(file, bits, permissions);
    },
    read(fd: unknown, buffer: unknown, ...rest: unknown[]) {
      const descriptor = toDescriptor(fd);
      if (!ArrayBuffer.isView(buffer)) {
        throw invalidArgType('buffer', ['Buffer', 'TypedArray', 'DataView'], buffer);
      }
      const [first] = rest;
      const named =
        first !== null && typeof first === 'object'
          ? (first as Record<string, unknown>)
          : undefined;
      const offset = named ? named.offset : first;
      const length = named ? named.length : rest[1];
      const position = toReadPosition(named ? named.position : rest[2]);
      if (buffer.byteLength === 0 && length) {
        throw invalidArgValue('buffer', buffer, 'is empty and cannot be written');
      }
      const { start, size } = toRange(buffer, offset, length);
      return (): number => {
        const bytes =
          descriptor === 0
            ? (host.call({ op: 'read-stdin', length: size }) as Uint8Array)
            : (call({ op: 'read', descriptor, length: size, position }) as Uint8Array);
        new Uint8Array(buffer.buffer, buffer.byteOffset + start, size).set(bytes);
        return bytes.length;
      };
    },
    readdir(path: unknown, options?: unknown) {
      const directory = toPath(path);
      const given = toOptions(options, { encoding: 'utf8' });
      const recursive = given.recursive ?? false;
      validateBoolean(recursive, 'options.recursive');
      return (): (Dirent | string | Uint8Array)[] => {
        const entries = walk(directory, '', recursive);
        if (given.withFileTypes) return entries;
        const root = directory.replace(/\/$/, '');
        const names = entries.map(({ name, parentPath }) =>
          `${parentPath}/${name}`.slice(
            parentPath === directory ? parentPath.length + 1 : root.length + 1,
          ),
        );
        return given.encoding === 'buffer' ? names.map((name) => Buffer.from(name)) : names;
      };
    },
    readFile(file: unknown, options?: unknown) {
      const target = toFile(file);
      const { encoding, flag, signal } = toOptions(options, { flag: 'r' });
      const flags = toFlags(flag, 'r');
      return (): string | Buffer => {
        signal?.throwIfAborted();
        const bytes = withFile(target, flags, 0o666, readAll);
        const buffer = Buffer.from(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength);
        return encoding && encoding !== 'buffer' ? buffer.toString(encoding) : buffer;
      };
    },
    futimes(fd: unknown, atime: unknown, mtime: unknown) {
      const descriptor = toDescriptor(fd);
      const accessed = toSeconds(atime, 'atime') * 1000;
      const modified = toSeconds(mtime, 'mtime') * 1000;
      return (): void => {
        const path = call({ op: 'path-of', descriptor, syscall: 'futime' }) as string;
        call({ op: 'utimes', path, accessed, modified });
      };
    },
    readv(fd: unknown, buffers: unknown, position?: unknown) {
      const descriptor = toDescriptor(fd);
      const views = toViews(buffers);
      let at = toPosition(typeof position === 'number' ? position : null);
      return (): number => {
        let total = 0;
        for (const view of views) {
          const request = { descriptor, length: view.length, position: at } as const;
          const bytes = call({ op: 'read', ...request }) as Uint8Array;
          view.set(bytes);
          total += bytes.length;
          if (at !== null) at += bytes.length;
          if (bytes.length < view.length) break;
        }
        return total;
      };
    },
    writev(fd: unknown, buffers: unknown, position?: unknown) {
      const descriptor = toDescriptor(fd);
      const views = toViews(buffers);
      const at = toPosition(typeof position === 'number' ? position : null);
      return (): number => writeAll(descriptor, new Uint8Array(Buffer.concat(views)), at);
    },
    realpath(path: unknown, options?: unknown) {
      const file = toPath(path);
      toOptions(options);
      return (): string => {
        const whole = at(file);
        stats(whole, 'lstat');
        return whole;
      };
    },
    rename(source: unknown, target: unknown) {
      const [from, to] = [toPath(source, 'oldPath'), toPath(target, 'newPath')];
      return () => void call({ op: 'rename', path: at(from), dest: at(to) }, from, to);
    },
    rm(path: unknown, options: { recursive?: unknown; force?: unknown } = {}) {
      const file = toPath(path);
      const { recursive = false, force = false } = options;
      validateBoolean(recursive, 'options.recursive');
      validateBoolean(force, 'options.force');
      return (): void => {
        if (!force) stats(file, 'lstat');
        const stat = missing({ throwIfNoEntry: false }, () => stats(file, 'lstat'));
        if (stat?.isDirectory() && !recursive) throw directoryError(file);
        call({ op: 'rm', path: at(file), recursive, force }, file);
      };
    },
    rmdir(path: unknown) {
      const file = toPath(path);
      return () => void call({ op: 'rmdir', path: at(file) }, file);
    },
    stat(path: unknown, options?: { throwIfNoEntry?: boolean }) {
      const file = toPath(path);
      return () => missing(options, () => stats(file, 'stat'));
    },
    truncate(path: unknown, length: unknown = 0) {
      const file = toPath(path);
      validateInteger(length, 'len');
      const size = Math.max(0, length);
      return (): void =>
        withFile(file, toFlags('r+', 'r+'), 0o666, (descriptor) => {
          call({ op: 'truncate', descriptor, length: size });
        });
    },
    unlink(path: unknown) {
      const file = toPath(path);
      return () => void call({ op: 'unlink', path: at(file) }, file);
    },
    utimes(path: unknown, atime: unknown, mtime: unknown) {
      const file = toPath(path);
      const accessed = toSeconds(atime, 'atime') * 1000;
      const modified = toSeconds(mtime, 'mtime') * 1000;
      return () => void call({ op: 'utimes', path: at(file), accessed, modified }, file);
    },
    write(fd: unknown, data: unknown, ...rest: unknown[]) {
      const descriptor = toDescriptor(fd);
      if (typeof data === 'string') {
        const bytes = toBytes(data, rest[1]);
        const position = toPosition(rest[0]);
        return (): number => writeAll(descriptor, bytes, position);
      }
      const bytes = toBytes(data, undefined, 'buffer');
      const [first] = rest;
      const named =
        first !== null && typeof first === 'object'
          ? (first as Record<string, unknown>)
          : undefined;
      const { start, size } = toRange(
        bytes,
        named ? named.offset : first,
        named ? named.length : rest[1],
      );
      const position = toPosition(named ? named.position : rest[2]);
      return (): number => writeAll(descriptor, bytes.subarray(start, start + size), position);
    },
    writeFile: (file: unknown, data: unknown, options?: unknown) =>
      writeFile(file, data, options, 'w'),
  } satisfies Record<string, (...args: never[]) => () => unknown>;
}

/** All of standard input: waits for its end. */
function readStandardInput(host: FileSystemHost): Uint8Array {
  const pieces: Uint8Array[] = [];
  for (;;) {
    const piece = host.call({ op: 'read-stdin' }) as Uint8Array;
    if (piece.length === 0) return Buffer.concat(pieces);
    pieces.push(piece);
  }
}

function deviceStats(): Stats {
  const times = { accessed: 0, modified: 0, changed: 0, born: 0 };
  return new Stats({ type: 'device', size: 0, mode: 0o620, inode: 0, ...times });
}

/** `throwIfNoEntry: false` makes a missing file `undefined`. */
function missing<T>(
  options: { throwIfNoEntry?: boolean } | undefined,
  action: () => T,
): T | undefined {
  try {
    return action();
  } catch (error) {
    const { code } = error as { code?: string };
    if (options?.throwIfNoEntry === false && (code === 'ENOENT' || code === 'ENOTDIR')) {
      return undefined;
    }
    throw error;
  }
}

function directoryError(path: string): Error {
  const message = `Path is a directory: rm returned EISDIR (is a directory) ${path}`;
  const info = { code: 'EISDIR', message: 'is a directory', path, syscall: 'rm', errno: 21 };
  const error = nodeError('ERR_FS_EISDIR', message);
  return Object.assign(error, { name: 'SystemError', info, errno: 21, syscall: 'rm', path });
}

/** Runs `action`; its system error becomes Node's: a plain error with the program's own paths. */
function asProgramError<T>(action: () => T, path?: string, dest?: string): T {
  try {
    return action();
  } catch (failure) {
    if (!(failure instanceof SystemError)) throw failure;
    const shown = new SystemError(
      failure.code,
      failure.syscall,
      failure.path === undefined ? undefined : path,
      dest,
    );
    const error = new Error(shown.message);
    throw Object.assign(error, {
      errno: shown.errno,
      code: shown.code,
      syscall: shown.syscall,
      ...(shown.path !== undefined && { path: shown.path }),
      ...(dest !== undefined && { dest }),
    });
  }
}
