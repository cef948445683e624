/** Errors of system calls, with Linux's numbers and libuv's words, as Node reports them. */

const table = {
  EPERM: [1, 'operation not permitted'],
  ENOENT: [2, 'no such file or directory'],
  ESRCH: [3, 'no such process'],
  EBADF: [9, 'bad file descriptor'],
  EAGAIN: [11, 'resource temporarily unavailable'],
  EACCES: [13, 'permission denied'],
  EEXIST: [17, 'file already exists'],
  EXDEV: [18, 'cross-device link not permitted'],
  ENOTDIR: [20, 'not a directory'],
  EISDIR: [21, 'illegal operation on a directory'],
  EINVAL: [22, 'invalid argument'],
  EMFILE: [24, 'too many open files'],
  EFBIG: [27, 'file too large'],
  ENOSPC: [28, 'no space left on device'],
  EPIPE: [32, 'broken pipe'],
  ENOTEMPTY: [39, 'directory not empty'],
  ELOOP: [40, 'too many symbolic links encountered'],
} as const satisfies Record<string, readonly [number, string]>;

export type ErrorCode = keyof typeof table;

/** A failed system call: `ENOENT: no such file or directory, open '/x'`. */
export class SystemError extends Error {
  readonly code: ErrorCode;
  readonly errno: number;
  readonly syscall: string;
  declare readonly path?: string;
  declare readonly dest?: string;

  constructor(code: ErrorCode, syscall: string, path?: string, dest?: string) {
    const [number, words] = table[code];
    const where = path === undefined ? '' : ` '${path}'`;
    const to = dest === undefined ? '' : ` -> '${dest}'`;
    super(`${code}: ${words}, ${syscall}${where}${to}`);
    this.code = code;
    this.errno = -number;
    this.syscall = syscall;
    if (path !== undefined) this.path = path;
    if (dest !== undefined) this.dest = dest;
  }
}

/** The form in which a failed call crosses between threads. */
export interface SystemErrorRecord {
  code: ErrorCode;
  syscall: string;
  path?: string;
  dest?: string;
}

export function toRecord(error: SystemError): SystemErrorRecord {
  return {
    code: error.code,
    syscall: error.syscall,
    ...(error.path !== undefined && { path: error.path }),
    ...(error.dest !== undefined && { dest: error.dest }),
  };
}

export function fromRecord(record: SystemErrorRecord): SystemError {
  return new SystemError(record.code, record.syscall, record.path, record.dest);
}
