/** File URLs of Windows paths (the option `windows`), for programs that handle both as text. */
import { createWin32Path } from '../path-win32.ts';
import { invalidArgValue } from './errors.ts';

const LONG = '\\\\?\\';

/** @param invalid makes the error for a URL of no path */
export function windowsPathOf(
  { hostname, pathname }: Pick<URL, 'hostname' | 'pathname'>,
  invalid: (what: string) => Error,
): string {
  if (/%2f|%5c/i.test(pathname)) throw invalid('must not include encoded \\ or / characters');
  const path = decodeURIComponent(pathname).replaceAll('/', '\\');
  if (hostname !== '') return `\\\\${hostname}${path}`;
  if (!/^\\[a-z]:/i.test(path)) throw invalid('must be absolute');
  return path.slice(1);
}

/** @returns what of a file URL follows `file://`, unescaped */
export function windowsUrlPath(path: string, cwd: () => string): string {
  const resolved = path.startsWith('\\\\') ? path : createWin32Path(cwd).resolve(path);
  const tail = /[\\/]$/.test(path) && !/[\\/]$/.test(resolved) ? '/' : '';
  return `${withHost(resolved)}${tail}`.replaceAll('\\', '/');
}

function withHost(path: string): string {
  if (!path.startsWith('\\\\')) return `\\${path.replace(/^\\/, '')}`;
  const isShare = path.startsWith(`${LONG}UNC\\`);
  if (path.startsWith(LONG) && !isShare) return `\\${path.slice(LONG.length)}`;
  const shared = path.slice(isShare ? LONG.length + 'UNC\\'.length : 2);
  if (!shared.includes('\\')) throw invalidArgValue('path', path, 'Missing UNC resource path');
  if (shared.startsWith('\\')) throw invalidArgValue('path', path, 'Empty UNC servername');
  return shared;
}
