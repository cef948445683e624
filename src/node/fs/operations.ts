/**
 * The operations of `node:fs`, each in two steps: the function checks its arguments as Node does,
 * and returns what does the work. The synchronous form runs both at once; the callback and promise
 * forms check at once and work later.
 */

import type { Stats as KernelStats } from '../../kernel/files.ts';
import { SystemError } from '../../kernel/system-error.ts';
import { resolvePath } from '../../shared/paths.ts';
import { Buffer } from '../buffer.ts';
import { invalidArgType } from '../internal/errors.ts';
import { validateBoolean, validateInteger } from '../internal/validators.ts';
import {
  constants,
  stopIfAborted,
  toBytes,
  toDescriptor,
  toFlags,
  toMode,
  toName,
  toOptions,
  toPath,
  toSeconds,
} from './arguments.ts';
import { asProgramError, type Calls, missing, STDERR, toFile } from './calls.ts';
import type { Run } from './dir.ts';
import { createDirectoryOperations } from './directories.ts';
import { type BigStats, type Stats, toStats } from './stats.ts';
import { createTransfers } from './transfers.ts';
import { treeError } from './tree-errors.ts';

export type Operation = (...args: unknown[]) => () => unknown;
export type Operations = ReturnType<typeof createOperations>;

interface StatOptions {
  bigint?: boolean;
  throwIfNoEntry?: boolean;
}

export function createOperations(calls: Calls, run: Run) {
  const { at, call, open, close, withFile, readAll, writeAll } = calls;
  const stats = (path: string, syscall: string, isBig?: boolean): Stats | BigStats =>
    toStats(calls.stat(path, syscall), isBig);
  const changeTimes = (path: unknown, atime: unknown, mtime: unknown, syscall: string) => {
    const file = toPath(path);
    const accessed = toSeconds(atime, 'atime') * 1000;
    const modified = toSeconds(mtime, 'mtime') * 1000;
    return () => void call({ op: 'utimes', path: at(file), accessed, modified, syscall }, file);
  };

  function writeFile(file: unknown, data: unknown, options: unknown, flag: string) {
    const target = toFile(file);
    const given = toOptions(options, { encoding: 'utf8', flag });
    const mode = toMode(given.mode, 0o666);
    const bytes = toBytes(data, given.encoding);
    const flags = toFlags(given.flag, flag);
    validateBoolean(given.flush ?? false, 'options.flush');
    return (): void => {
      stopIfAborted(given.signal);
      withFile(target, flags, mode, (descriptor) => void writeAll(descriptor, bytes, null));
    };
  }

  return {
    ...createTransfers(calls),
    ...createDirectoryOperations(calls, run),
    access(path: unknown, mode: unknown = constants.F_OK) {
      const file = toPath(path);
      validateInteger(mode, 'mode', 0, 7);
      return (): void => {
        const { mode: bits } = calls.stat(file, 'access');
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
      const bits = toPermissions(mode);
      return () => void call({ op: 'chmod', path: at(file), mode: bits }, file);
    },
    fchmod(fd: unknown, mode: unknown) {
      const bits = toPermissions(mode);
      const descriptor = toDescriptor(fd);
      return () => void call({ op: 'fchmod', descriptor, mode: bits });
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
    fstat(fd: unknown, options?: StatOptions) {
      const descriptor = toDescriptor(fd);
      return (): Stats | BigStats =>
        toStats(
          descriptor <= STDERR ? device : (call({ op: 'fstat', descriptor }) as KernelStats),
          options?.bigint,
        );
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
    lstat(path: unknown, options?: StatOptions) {
      const file = toPath(path);
      return () => missing(options, () => stats(file, 'lstat', options?.bigint));
    },
    open(path: unknown, flags?: unknown, mode?: unknown) {
      const file = toPath(path);
      const bits = toFlags(flags, 'r');
      const permissions = toMode(mode, 0o666);
      return (): number => open(file, bits, permissions);
    },
    readFile(file: unknown, options?: unknown) {
      const target = toFile(file);
      const { encoding, flag, signal } = toOptions(options, { flag: 'r' });
      const flags = toFlags(flag, 'r');
      return (): string | Buffer => {
        stopIfAborted(signal);
        const bytes = withFile(target, flags, 0o666, readAll);
        const buffer = Buffer.from(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength);
        return encoding && encoding !== 'buffer' ? buffer.toString(encoding) : buffer;
      };
    },
    futimes(fd: unknown, atime: unknown, mtime: unknown) {
      const descriptor = toDescriptor(fd);
      const accessed = toSeconds(atime, 'atime') * 1000;
      const modified = toSeconds(mtime, 'mtime') * 1000;
      return () => void call({ op: 'futimes', descriptor, accessed, modified });
    },
    lutimes: (path: unknown, atime: unknown, mtime: unknown) =>
      changeTimes(path, atime, mtime, 'lutime'),
    realpath(path: unknown, options?: unknown) {
      const file = toPath(path);
      const { encoding } = toOptions(options);
      return (): string | Buffer => {
        const whole = resolvePath(at('.'), file);
        calls.stat(whole, 'lstat');
        return toName(whole, encoding);
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
        const stat = missing({ throwIfNoEntry: !force }, () => calls.stat(file, 'lstat'));
        if (stat?.type === 'directory' && !recursive) {
          throw treeError('ERR_FS_EISDIR', 'rm', 'is a directory', file);
        }
        call({ op: 'rm', path: at(file), recursive, force }, file);
      };
    },
    rmdir(path: unknown, options?: { recursive?: unknown } | null) {
      const file = toPath(path);
      const recursive = options?.recursive ?? false;
      validateBoolean(recursive, 'options.recursive');
      return (): void => {
        if (recursive && calls.stat(file, 'rmdir').type === 'directory') {
          call({ op: 'rm', path: at(file), recursive, force: false }, file);
        } else call({ op: 'rmdir', path: at(file) }, file);
      };
    },
    stat(path: unknown, options?: StatOptions) {
      const file = toPath(path);
      return () => missing(options, () => stats(file, 'stat', options?.bigint));
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
    utimes: (path: unknown, atime: unknown, mtime: unknown) =>
      changeTimes(path, atime, mtime, 'utime'),
    writeFile: (file: unknown, data: unknown, options?: unknown) =>
      writeFile(file, data, options, 'w'),
  } satisfies Record<string, (...args: never[]) => () => unknown>;
}

/** What the standard streams are. */
const device = {
  type: 'device',
  size: 0,
  mode: 0o620,
  inode: 0,
  accessed: 0,
  modified: 0,
  changed: 0,
  born: 0,
} as const;

function toPermissions(mode: unknown): number {
  if (mode === undefined || mode === null) throw invalidArgType('mode', 'number', mode);
  return toMode(mode, 0);
}
