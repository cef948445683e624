/** Absolute POSIX paths for the kernel and the hosts, which must not depend on Node's `path`. */

/**
 * Resolves `path` against the absolute directory `base`, removing `.`, `..` and doubled slashes.
 * @returns an absolute path without a trailing slash (the root is `/`)
 */
export function resolvePath(base: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${path.startsWith('/') ? '' : `${base}/`}${path}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** The directory that holds `path`, an absolute path. */
export function parentPath(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash <= 0 ? '/' : path.slice(0, slash);
}

/** The last part of `path`. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
