/** The calls of a program to the kernel that several operations of `node:fs` are made of. */
import type { FileCall } from '../../kernel/file-calls.ts';
import type { Stats as KernelStats } from '../../kernel/files.ts';
import { SystemError } from '../../kernel/system-error.ts';
import { resolvePath } from '../../shared/paths.ts';
import { Buffer } from '../buffer.ts';
import { settle } from '../internal/path-parts.ts';
import { toDescriptor, toPath } from './arguments.ts';

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

export interface Listed {
  name: string;
  type: KernelStats['type'];
}

export type Calls = ReturnType<typeof createCalls>;

export const STDERR = 2;

export function createCalls(host: FileSystemHost) {
  /** The empty path stays as it is: there is nothing at it. */
  const at = (path: string): string => (path === '' ? '' : resolvePath(host.cwd(), path));
  /** Calls the kernel; an error shows the path as the program wrote it. */
  const call = (request: FileCall, path?: string, dest?: string): unknown =>
    asProgramError(() => host.call(request), path, dest);
  const stat = (path: string, syscall: string): KernelStats =>
    call({ op: 'stat', path: at(path), syscall }, path) as KernelStats;
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
  const readInput = (length?: number): Uint8Array =>
    host.call({ op: 'read-stdin', ...(length !== undefined && { length }) }) as Uint8Array;
  const readAll = (descriptor: number): Uint8Array => {
    if (descriptor === 0) return readToEnd(readInput);
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
  const list = (path: string, syscall = 'scandir'): Listed[] =>
    call({ op: 'list', path: at(path), syscall }, path) as Listed[];

  return { at, call, stat, open, close, withFile, readInput, readAll, writeAll, list };
}

export function toFile(file: unknown): number | string {
  return typeof file === 'number' ? toDescriptor(file) : toPath(file);
}

/** The path of what is named in `directory`, as `path.join` writes it. */
export function joinPath(directory: string, name: string): string {
  const isRooted = directory.startsWith('/');
  const settled = settle(`${directory}/${name}`.split('/'), '/', !isRooted);
  return isRooted ? `/${settled}` : settled;
}

/** `throwIfNoEntry: false` makes a missing file `undefined`. */
export function missing<T>(
  options: { throwIfNoEntry?: boolean } | null | undefined,
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

/** Waits for the end of what is read. */
function readToEnd(read: () => Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  for (;;) {
    const piece = read();
    if (piece.length === 0) return Buffer.concat(pieces);
    pieces.push(piece);
  }
}

/** Runs `action`; its system error becomes Node's: a plain error with the program's own paths. */
export function asProgramError<T>(action: () => T, path?: string, dest?: string): T {
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
