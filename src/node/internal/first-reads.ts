/**
 * What the loader asks of the files before a program runs, known from its path alone. The kernel
 * sends the answers along with a thread's start: to ask for each would be a wait of its own.
 */
import type { FirstRead } from '../../kernel/first-reads.ts';
import { parentPath } from '../../shared/paths.ts';

/** @param path of the program's file, absolute */
export function firstReadsOf(path: string): FirstRead[] {
  return [{ op: 'stat', path }, ...manifestsAbove(path), { op: 'read-source', path }];
}

/** A package.json says what the file is, unless its name does. */
function manifestsAbove(path: string): FirstRead[] {
  if (!/\.[jt]s$/.test(path)) return [];
  const reads: FirstRead[] = [];
  for (let at = parentPath(path); ; at = parentPath(at)) {
    if (at.endsWith('/node_modules')) return reads;
    reads.push({ op: 'stat', path: at === '/' ? '/package.json' : `${at}/package.json` });
    if (at === '/') return reads;
  }
}
