/**
 * `fs.cp`: copies a file, or a directory with all in it. Follows `lib/internal/fs/cp`; the run's
 * files have no links to follow. The walk is one for both forms: it yields what the program's filter
 * gives, and goes on with whether the entry is to be copied.
 */

import type { Stats as KernelStats } from '../../kernel/files.ts';
import { parentPath } from '../../shared/paths.ts';
import { nodeError } from '../internal/errors.ts';
import {
  validateBoolean,
  validateFunction,
  validateInteger,
  validateObject,
} from '../internal/validators.ts';
import { constants, toPath } from './arguments.ts';
import { type Calls, joinPath, missing } from './calls.ts';
import { type TreeErrorCode, treeError } from './tree-errors.ts';

interface CopyOptions {
  dereference: boolean;
  errorOnExist: boolean;
  force: boolean;
  preserveTimestamps: boolean;
  recursive: boolean;
  verbatimSymlinks: boolean;
  mode: number;
  filter: ((source: string, target: string) => unknown) | undefined;
}

export interface Copy {
  source: string;
  target: string;
  options: CopyOptions;
}

interface Pair {
  from: KernelStats;
  to: KernelStats | undefined;
}

/** What the filter gave for an entry goes out; whether to copy it comes back. */
export type CopySteps = Generator<unknown, void, boolean>;

const flags = [
  'dereference',
  'errorOnExist',
  'force',
  'preserveTimestamps',
  'recursive',
  'verbatimSymlinks',
] as const;

export function toCopy(source: unknown, target: unknown, given?: unknown): Copy {
  const options = toCopyOptions(given);
  return { source: toPath(source, 'src'), target: toPath(target, 'dest'), options };
}

function toCopyOptions(given: unknown = {}): CopyOptions {
  validateObject(given, 'options');
  const defaults = { force: true, mode: 0, filter: undefined };
  const options = {
    ...Object.fromEntries(flags.map((name) => [name, false])),
    ...defaults,
    ...given,
  };
  const checked: Record<string, unknown> = options;
  for (const name of flags) validateBoolean(checked[name], `options.${name}`);
  checked.mode ??= 0;
  validateInteger(checked.mode, 'mode', 0, 7);
  if (checked.dereference && checked.verbatimSymlinks) {
    const why = 'Option "dereference" cannot be used in combination with option "verbatimSymlinks"';
    throw nodeError('ERR_INCOMPATIBLE_OPTION_PAIR', why, TypeError);
  }
  if (checked.filter !== undefined) validateFunction(checked.filter, 'options.filter');
  return options as unknown as CopyOptions;
}

/** What is wrong with a pair of paths: Node's two forms of `cp` say it in different words. */
interface Complaint {
  code: TreeErrorCode;
  path: string;
  later: string;
  sync: string;
}

export type Complain = (complaint: Complaint) => Error;

export const complainLater: Complain = ({ code, path, later }) =>
  treeError(code, 'cp', later, path);
export const complainSync: Complain = ({ code, sync }) => Object.assign(new Error(sync), { code });

export class CopyTree {
  readonly #calls: Calls;
  readonly #options: CopyOptions;
  readonly #complain: Complain;

  constructor(calls: Calls, options: CopyOptions, complain: Complain) {
    this.#calls = calls;
    this.#options = options;
    this.#complain = complain;
  }

  *steps(source: string, target: string): CopySteps {
    if (!(yield* this.#isWanted(source, target))) return;
    const pair = this.#check(source, target);
    if (pair.from.type === 'directory' && !this.#options.recursive)
      throw this.#notRecursive(source);
    this.#makeParent(target);
    yield* this.#copy(source, target, pair);
  }

  *#isWanted(source: string, target: string): Generator<unknown, boolean, boolean> {
    const { filter } = this.#options;
    return filter === undefined || (yield filter(source, target));
  }

  *#copy(source: string, target: string, pair: Pair): CopySteps {
    if (pair.from.type === 'directory') yield* this.#copyDirectory(source, target, pair);
    else this.#copyFile(source, target, pair);
  }

  *#copyDirectory(source: string, target: string, { from, to }: Pair): CopySteps {
    const { at, call, list } = this.#calls;
    const { errorOnExist, force } = this.#options;
    if (to && errorOnExist && !force && this.#complain === complainLater) throw exists(target);
    if (!to) call({ op: 'mkdir', path: at(target), recursive: false, mode: from.mode }, target);
    for (const { name } of list(source)) {
      const [below, copy] = [joinPath(source, name), joinPath(target, name)];
      if (yield* this.#isWanted(below, copy))
        yield* this.#copy(below, copy, this.#check(below, copy));
    }
  }

  #copyFile(source: string, target: string, { from, to }: Pair): void {
    const { at, call } = this.#calls;
    const { errorOnExist, force, mode, preserveTimestamps } = this.#options;
    if (to && !force) {
      if (errorOnExist) throw exists(target);
      return;
    }
    if (to) call({ op: 'unlink', path: at(target) }, target);
    const exclusive = (mode & constants.COPYFILE_EXCL) !== 0;
    call({ op: 'copy-file', path: at(source), dest: at(target), exclusive }, source, target);
    if (!preserveTimestamps) return;
    const { accessed, modified } = from;
    call({ op: 'utimes', path: at(target), accessed, modified }, target);
  }

  #check(source: string, target: string): Pair {
    const from = this.#calls.stat(source, 'lstat');
    const to = this.#statOf(target);
    const complaint =
      this.#wrongKind(source, target, from, to) ?? this.#wrongPlace(source, target, from, to);
    if (complaint) throw this.#complain(complaint);
    return { from, to };
  }

  /** @returns undefined where there is nothing; a file in the place of a directory is an error */
  #statOf(path: string): KernelStats | undefined {
    try {
      return this.#calls.stat(path, 'lstat');
    } catch (error) {
      if ((error as { code?: string }).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  #wrongKind(
    source: string,
    target: string,
    from: KernelStats,
    to?: KernelStats,
  ): Complaint | undefined {
    if (!to || to.inode === from.inode || to.type === from.type) return undefined;
    const isOntoFile = to.type === 'file';
    const words = isOntoFile
      ? `overwrite non-directory ${target} with directory ${source}`
      : `overwrite directory ${target} with non-directory ${source}`;
    const code = isOntoFile ? 'ERR_FS_CP_DIR_TO_NON_DIR' : 'ERR_FS_CP_NON_DIR_TO_DIR';
    return { code, path: target, later: `cannot ${words}`, sync: `Cannot ${words}` };
  }

  #wrongPlace(
    source: string,
    target: string,
    from: KernelStats,
    to?: KernelStats,
  ): Complaint | undefined {
    const code = 'ERR_FS_CP_EINVAL';
    if (to?.inode === from.inode) {
      const later = 'src and dest cannot be the same';
      return { code, path: target, later, sync: `${later} ${target}` };
    }
    const { at } = this.#calls;
    if (from.type === 'file' || !`${at(target)}/`.startsWith(`${at(source)}/`)) return undefined;
    const rest = `to a subdirectory of self ${target}`;
    const later = `cannot copy ${source} ${rest}`;
    return { code, path: target, later, sync: `Cannot copy ${withSlash(source)} ${rest}` };
  }

  #notRecursive(source: string): Error {
    return this.#complain({
      code: 'ERR_FS_EISDIR',
      path: source,
      later: `${source} is a directory (not copied)`,
      sync: `Recursive option not enabled, cannot copy a directory: ${withSlash(source)}`,
    });
  }

  #makeParent(target: string): void {
    const { at, call, stat } = this.#calls;
    const path = parentPath(at(target));
    if (missing({ throwIfNoEntry: false }, () => stat(path, 'stat'))) return;
    call({ op: 'mkdir', path, recursive: true, mode: 0o755 }, path);
  }
}

function exists(path: string): Error {
  return treeError('ERR_FS_CP_EEXIST', 'cp', `${path} already exists`, path);
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}
