/** What the paths of POSIX and of Windows have in common, once their separators are known. */
import type { ParsedPath } from '../path.ts';
import { validateObject } from './validators.ts';

/**
 * Takes `.` and `..` out of a path.
 * @param parts the path, cut at its separators
 * @param allowAbove whether the path may begin with `..`
 * @returns it with `separator` between its parts, and none at its ends
 */
export function settle(parts: readonly string[], separator: string, allowAbove: boolean): string {
  const kept: string[] = [];
  for (const part of parts) {
    if (part === '' || part === '.') continue;
    if (part !== '..') kept.push(part);
    else if (kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else if (allowAbove) kept.push('..');
  }
  return kept.join(separator);
}

/** @param base the last part of a path */
export function extensionOf(base: string): string {
  const dot = base.lastIndexOf('.');
  return dot <= 0 || base === '..' ? '' : base.slice(dot);
}

/**
 * @param path the path, whole
 * @param rest the path without its drive
 * @param base the last part of it
 */
export function withoutSuffix(path: string, rest: string, base: string, suffix = ''): string {
  if (suffix === '' || suffix.length > path.length) return base;
  if (suffix === path) return '';
  // Node's way of comparing from the end leaves separators standing in these two cases.
  if (base === '') return rest;
  if (base.length < suffix.length && suffix.endsWith(base)) {
    return rest.slice(rest.lastIndexOf(base));
  }
  return base !== suffix && base.endsWith(suffix) ? base.slice(0, -suffix.length) : base;
}

/** `path.format()` */
export function formatPath(parts: Partial<ParsedPath>, separator: string): string {
  validateObject(parts, 'pathObject');
  const { dir, root, name = '', ext } = parts;
  const extension = ext ? `${ext.startsWith('.') ? '' : '.'}${ext}` : '';
  const base = parts.base || `${name}${extension}`;
  const folder = dir || root;
  if (!folder) return base;
  return folder === root ? `${folder}${base}` : `${folder}${separator}${base}`;
}
