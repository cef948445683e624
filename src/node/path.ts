/**
 * `node:path`, for POSIX paths, which is what the files of a run have. Follows `lib/path.js` in its
 * results and errors.
 */
import { extensionOf, formatPath, settle, withoutSuffix } from './internal/path-parts.ts';
import { validateString } from './internal/validators.ts';

export interface ParsedPath {
  root: string;
  dir: string;
  base: string;
  ext: string;
  name: string;
}

/** @param cwd the working directory, absolute */
export function createPath(cwd: () => string) {
  const isAbsolute = (path: string): boolean => {
    validateString(path, 'path');
    return path.startsWith('/');
  };
  const resolve = (...parts: string[]): string => {
    let resolved = '';
    for (let at = parts.length - 1; at >= 0 && !resolved.startsWith('/'); at--) {
      const part = parts[at] as string;
      validateString(part, `paths[${at}]`);
      if (part !== '') resolved = resolved === '' ? part : `${part}/${resolved}`;
    }
    // A program may have put a `cwd` of its own in the place of the process's.
    const base = resolved.startsWith('/') ? '/' : cwd();
    const isRooted = base.startsWith('/');
    const settled = settle(`${base}/${resolved}`.split('/'), '/', !isRooted);
    return isRooted ? `/${settled}` : settled || '.';
  };
  const normalize = (path: string): string => {
    validateString(path, 'path');
    if (path === '') return '.';
    const isRooted = path.startsWith('/');
    const settled = settle(path.split('/'), '/', !isRooted);
    const end = path.endsWith('/') && settled !== '' ? '/' : '';
    if (settled === '') return isRooted ? '/' : path.endsWith('/') ? './' : '.';
    return `${isRooted ? '/' : ''}${settled}${end}`;
  };
  const basename = (path: string, suffix?: string): string => {
    if (suffix !== undefined) validateString(suffix, 'suffix');
    validateString(path, 'path');
    return withoutSuffix(path, path, lastPart(path), suffix);
  };
  const extname = (path: string): string => {
    validateString(path, 'path');
    return extensionOf(lastPart(path));
  };
  const dirname = (path: string): string => {
    validateString(path, 'path');
    if (path === '') return '.';
    const end = path.replace(/\/+$/, '').lastIndexOf('/');
    if (end < 0) return path.startsWith('/') ? '/' : '.';
    if (end === 0) return '/';
    return end === 1 && path.startsWith('//') ? '//' : path.slice(0, end);
  };
  const path = {
    resolve,
    normalize,
    isAbsolute,
    join(...parts: string[]): string {
      for (const part of parts) validateString(part, 'path');
      const joined = parts.filter((part) => part !== '').join('/');
      return joined === '' ? '.' : normalize(joined);
    },
    relative(from: string, to: string): string {
      validateString(from, 'from');
      validateString(to, 'to');
      const [start, end] = [resolve(from), resolve(to)].map((each) =>
        each.split('/').filter((part) => part !== ''),
      ) as [string[], string[]];
      let shared = 0;
      while (shared < start.length && start[shared] === end[shared]) shared++;
      return [...start.slice(shared).map(() => '..'), ...end.slice(shared)].join('/');
    },
    toNamespacedPath: (path: unknown): unknown => path,
    dirname,
    basename,
    extname,
    format: (parts: Partial<ParsedPath>): string => formatPath(parts, '/'),
    parse(path: string): ParsedPath {
      validateString(path, 'path');
      const root = path.startsWith('/') ? '/' : '';
      const base = lastPart(path);
      // Of `/..` alone Node makes a name with an empty extension.
      const ext = /^\/\.\.\/*$/.test(path) ? '.' : extname(path);
      const name = ext === '' ? base : base.slice(0, -ext.length);
      const trimmed = path.replace(/\/+$/, '');
      const before = trimmed.slice(0, trimmed.length - base.length);
      const dir = before.length > 1 ? before.slice(0, -1) : before;
      return { root, dir: base === '' ? root : dir, base, ext, name };
    },
    sep: '/',
    delimiter: ':',
  };
  return Object.assign(path, { posix: path });
}

function lastPart(path: string): string {
  const trimmed = path.replace(/\/+$/, '');
  return trimmed.slice(trimmed.lastIndexOf('/') + 1);
}
