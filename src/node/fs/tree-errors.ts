/** Errors of calls that work on whole trees, which Node reports in words and numbers of its own. */
import { nodeError } from '../internal/errors.ts';

const kinds = {
  ERR_FS_EISDIR: ['Path is a directory', 'EISDIR', 21],
  ERR_FS_CP_DIR_TO_NON_DIR: ['Cannot overwrite non-directory with directory', 'EISDIR', 21],
  ERR_FS_CP_NON_DIR_TO_DIR: ['Cannot overwrite directory with non-directory', 'ENOTDIR', 20],
  ERR_FS_CP_EEXIST: ['Target already exists', 'EEXIST', 17],
  ERR_FS_CP_EINVAL: ['Invalid src or dest', 'EINVAL', 22],
} as const;

export type TreeErrorCode = keyof typeof kinds;

class TreeError extends Error {
  static {
    Object.defineProperty(TreeError.prototype, 'name', { value: 'SystemError', writable: true });
  }
}

/** @param message what is wrong with `path`, in words */
export function treeError(
  code: TreeErrorCode,
  syscall: 'cp' | 'rm',
  message: string,
  path: string,
): Error {
  const [title, system, errno] = kinds[code];
  const error = nodeError(
    code,
    `${title}: ${syscall} returned ${system} (${message}) ${path}`,
    TreeError,
  );
  const info = { message, path, syscall, errno, code: system };
  return Object.assign(error, { info, errno, syscall, path });
}
