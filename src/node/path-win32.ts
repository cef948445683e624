/**
 * `path.win32`: paths of Windows, with drives and network shares, for programs that handle them as
 * text; no file of a run has one. Follows `lib/path.js` in its results and errors.
 */
import { extensionOf, formatPath, settle, withoutSuffix } from './internal/path-parts.ts';
import { validateString } from './internal/validators.ts';
import type { ParsedPath } from './path.ts';

/** How a path begins. */
interface Start {
  /** `C:` or `\\server\share`, without a separator after it; empty where there is none. */
  device: string;
  /** Whether what follows begins at the root of the device. */
  isAbsolute: boolean;
  /** Length of the text that says so. */
  length: number;
  /** The path is a network share and nothing more. */
  isShareAlone?: boolean;
}

const reserved = /^(?:con|prn|aux|nul|(?:com|lpt)[1-9\u00b9\u00b2\u00b3])$/i;
const drive = /^[a-z]:/i;
const separator = /[\\/]/;
/** `\\server\share`: both names, and what is between them. */
const share = /^[\\/]{2}([^\\/]+)([\\/]+)([^\\/]*)/;

/** @param cwd the working directory, absolute, as the run has it */
export function createWin32Path(cwd: () => string) {
  const resolve = (...parts: string[]): string => {
    let device = '';
    let tail = '';
    let isAbsolute = false;
    for (let at = parts.length - 1; at >= -1 && !(isAbsolute && device !== ''); at--) {
      const part = at < 0 ? workingDirectory(cwd(), device) : (parts[at] as string);
      if (at >= 0) validateString(part, `paths[${at}]`);
      if (part === '') continue;
      const start = startOf(part);
      const isOther = start.device.toLowerCase() !== device.toLowerCase();
      if (start.device !== '' && device !== '' && isOther) continue;
      if (device === '') device = start.device;
      if (isAbsolute) continue;
      tail = `${part.slice(start.length)}\\${tail}`;
      isAbsolute = start.isAbsolute;
    }
    tail = settle(tail.split(separator), '\\', !isAbsolute);
    return `${device}${isAbsolute ? '\\' : ''}${tail}` || '.';
  };
  const normalize = (path: string): string => {
    validateString(path, 'path');
    if (path === '') return '.';
    if (path.length === 1) return path === '/' ? '\\' : path;
    const start = startOf(path);
    if (start.isShareAlone) return `${start.device}\\`;
    const { device, isAbsolute, length } = withReserved(path, start);
    let tail = settle(path.slice(length).split(separator), '\\', !isAbsolute);
    if (tail === '' && !isAbsolute) tail = '.';
    if (tail !== '' && /[\\/]$/.test(path)) tail += '\\';
    // What has a colon must not become a drive or a stream of a file by being written shorter.
    const isMistakable = drive.test(tail) || /:(?:[\\/]|$)/.test(path);
    if (!isAbsolute && device === '' && path.includes(':') && isMistakable) return `.\\${tail}`;
    if (reserved.test(path.slice(0, path.indexOf(':')))) return `.\\${device}${tail}`;
    return `${device}${isAbsolute ? '\\' : ''}${tail}`;
  };
  const isAbsolute = (path: string): boolean => {
    validateString(path, 'path');
    return /^(?:[\\/]|[a-z]:[\\/])/i.test(path);
  };
  return {
    resolve,
    normalize,
    isAbsolute,
    join(...parts: string[]): string {
      for (const part of parts) validateString(part, 'path');
      const given = parts.filter((part) => part !== '');
      const [first] = given;
      if (first === undefined) return '.';
      let joined = given.join('\\');
      // Only a first part that names a share makes one: separators of several parts do not.
      if (!/^[\\/]{2}[^\\/]/.test(first)) joined = joined.replace(/^[\\/]{2,}/, '\\');
      const hasReserved = joined
        .split('\\')
        .some((part) => part.includes(':') && reserved.test(part.slice(0, part.indexOf(':'))));
      return hasReserved ? joined.replaceAll('/', '\\') : normalize(joined);
    },
    relative(from: string, to: string): string {
      validateString(from, 'from');
      validateString(to, 'to');
      if (from === to) return '';
      const [start, end] = [resolve(from), resolve(to)];
      return start.toLowerCase() === end.toLowerCase() ? '' : wayBetween(start, end);
    },
    toNamespacedPath(path: unknown): unknown {
      if (typeof path !== 'string' || path === '') return path;
      const resolved = resolve(path);
      if (resolved.length <= 2) return path;
      if (/^\\\\[^?.]/.test(resolved)) return `\\\\?\\UNC\\${resolved.slice(2)}`;
      return /^[a-z]:\\/i.test(resolved) ? `\\\\?\\${resolved}` : resolved;
    },
    dirname(path: string): string {
      validateString(path, 'path');
      if (path.length < 2) return /^[\\/]$/.test(path) ? path : '.';
      const root = rootOf(path);
      if (root === path && share.test(path)) return path;
      const rest = path.slice(root.length);
      const last = /[\\/]*[^\\/]+[\\/]*$/.exec(rest);
      const before = last === null ? '' : rest.slice(0, last.index);
      const separators = /^[\\/]*/.exec(last?.[0] ?? '')?.[0] ?? '';
      const folder = root + before + separators.slice(0, -1);
      if (before === '' && separators === '') return root === '' ? '.' : root;
      return folder;
    },
    basename(path: string, suffix?: string): string {
      if (suffix !== undefined) validateString(suffix, 'suffix');
      validateString(path, 'path');
      const rest = path.replace(drive, '');
      return withoutSuffix(path, rest, lastPart(rest), suffix);
    },
    extname(path: string): string {
      validateString(path, 'path');
      return extensionOf(lastPart(path.replace(drive, '')));
    },
    format: (parts: Partial<ParsedPath>): string => formatPath(parts, '\\'),
    parse(path: string): ParsedPath {
      validateString(path, 'path');
      const root = rootOf(path);
      const rest = path.slice(root.length);
      const base = lastPart(rest);
      const ext = extensionOf(base);
      const name = ext === '' ? base : base.slice(0, -ext.length);
      const before = rest.replace(/[\\/]+$/, '').length - base.length;
      const dir = base === '' || before <= 0 ? root : path.slice(0, root.length + before - 1);
      return { root, dir, base, ext, name };
    },
    sep: '\\',
    delimiter: ';',
  };
}

function startOf(path: string): Start {
  const [text, server = '', , folder = ''] = share.exec(path) ?? [];
  if (folder !== '' && /^[.?]$/.test(server)) {
    return { device: `\\\\${server}`, isAbsolute: true, length: 4 };
  }
  if (text !== undefined && folder !== '') {
    const device = `\\\\${server}\\${folder}`;
    const isShareAlone = text.length === path.length;
    return { device, isAbsolute: true, length: text.length, isShareAlone };
  }
  if (/^[\\/]/.test(path)) return { device: '', isAbsolute: true, length: 1 };
  if (!drive.test(path)) return { device: '', isAbsolute: false, length: 0 };
  const isAbsolute = /^..[\\/]/.test(path);
  return { device: path.slice(0, 2), isAbsolute, length: isAbsolute ? 3 : 2 };
}

/** `CON:` and its like are devices too. */
function withReserved(path: string, start: Start): Start {
  const colon = path.indexOf(':');
  if (start.length > 0 || colon < 1 || !reserved.test(path.slice(0, colon))) return start;
  return { device: path.slice(0, colon + 1), isAbsolute: false, length: colon + 1 };
}

/** Where a path of `device` begins: at its root, unless the working directory is on it. */
function workingDirectory(cwd: string, device: string): string {
  const isOther = cwd.slice(0, 2).toLowerCase() !== device.toLowerCase();
  return device !== '' && isOther && cwd[2] === '\\' ? `${device}\\` : cwd;
}

/** The part of a path that cannot be left, as it was written, with the separator after it. */
function rootOf(path: string): string {
  const [text, , , folder = ''] = share.exec(path) ?? [];
  if (text !== undefined && folder !== '') return path.slice(0, text.length + 1);
  return /^(?:[\\/]|[a-z]:[\\/]?)/i.exec(path)?.[0] ?? '';
}

function wayBetween(start: string, end: string): string {
  const split = (path: string): string[] => path.split('\\').filter((part) => part !== '');
  const [from, to] = [split(start), split(end)];
  let shared = 0;
  while (
    shared < from.length &&
    shared < to.length &&
    from[shared]?.toLowerCase() === to[shared]?.toLowerCase()
  ) {
    shared++;
  }
  if (shared === 0 && from.length > 0 && to.length > 0) return end;
  const up = from.slice(shared).map(() => '..');
  const way = [...up, ...to.slice(shared)].join('\\');
  // A share's last separator stays where the way only leads down.
  return shared > 0 && up.length === 0 && end.endsWith('\\') ? `${way}\\` : way;
}

function lastPart(path: string): string {
  return /([^\\/]*)[\\/]*$/.exec(path)?.[1] ?? '';
}
