/**
 * The virtual files of a run: a tree in memory, with POSIX errors. Paths are absolute,
 * or empty: there is nothing at the empty path.
 * A file may carry attributes (what a build step derived from it); writing to the file drops them.
 * There are no links and no owners, and permissions are kept but not enforced, as for root.
 */

import { baseName, parentPath } from '../shared/paths.ts';
import { withoutRoom } from './growing-bytes.ts';
import { SystemError } from './system-error.ts';

interface Times {
  /** Milliseconds since 1970, all of them. */
  accessed: number;
  modified: number;
  changed: number;
  born: number;
}

interface EntryBase extends Times {
  /** Permission bits. */
  mode: number;
  inode: number;
}

export interface FileEntry extends EntryBase {
  type: 'file';
  bytes: Uint8Array;
  attributes: Record<string, string>;
}

export interface DirectoryEntry extends EntryBase {
  type: 'directory';
  children: Map<string, Entry>;
}

export type Entry = FileEntry | DirectoryEntry;

/** Files by absolute path, as they cross to another thread. */
export interface FileImage {
  path: string;
  bytes: Uint8Array;
  attributes?: Record<string, string>;
}

export interface Stats extends Times {
  type: Entry['type'];
  /** bytes */
  size: number;
  mode: number;
  inode: number;
}

/** What became of a path: the state to copy, or null where nothing is left. */
export interface FileChange {
  path: string;
  entry: Uint8Array | 'directory' | null;
}

const FILE_MODE = 0o644;
const DIRECTORY_MODE = 0o755;
const DIRECTORY_SIZE = 4096;

export class VirtualFiles {
  readonly #now: () => number;
  readonly #onChange: (path: string) => void;
  #nextInode = 1;
  readonly #root: DirectoryEntry;

  /**
   * @param now milliseconds since 1970, for modification times
   * @param onChange is told of every path that a call changes; `load` is not told
   */
  constructor(now: () => number = Date.now, onChange: (path: string) => void = () => undefined) {
    this.#now = now;
    this.#onChange = onChange;
    this.#root = this.#newDirectory(DIRECTORY_MODE);
    // What `os.tmpdir()` promises.
    this.#root.children.set('tmp', this.#newDirectory(0o777));
  }

  /** Adds files, making the directories that they need. */
  load(images: Iterable<FileImage>): void {
    for (const { path, bytes, attributes = {} } of images) {
      this.#makeParents(path);
      const entry = this.#newFile(bytes, FILE_MODE);
      entry.attributes = attributes;
      this.#parent(path, 'open').children.set(baseName(path), entry);
    }
  }

  /** All files below `path`. */
  *images(path = '/'): Generator<FileImage> {
    const entry = this.#entry(path, 'open');
    if (entry.type === 'file') {
      yield { path, bytes: withoutRoom(entry.bytes), attributes: entry.attributes };
      return;
    }
    for (const name of entry.children.keys()) yield* this.images(joinPath(path, name));
  }

  /** What `path` and all below it are now. */
  *changes(path: string): Generator<FileChange> {
    const entry = this.#lookup(path);
    if (entry === undefined) return yield { path, entry: null };
    if (entry.type === 'file') return yield { path, entry: withoutRoom(entry.bytes) };
    yield { path, entry: 'directory' };
    for (const name of entry.children.keys()) yield* this.changes(joinPath(path, name));
  }

  /** Copies what another tree said of its paths. */
  apply(changes: Iterable<FileChange>): void {
    for (const { path, entry } of changes) {
      if (entry === null) this.rm(path, { recursive: true, force: true });
      else if (entry === 'directory') this.mkdir(path, { recursive: true });
      else this.load([{ path, bytes: entry }]);
    }
  }

  readFile(path: string): Uint8Array {
    return this.file(path, 'open').bytes;
  }

  readAttributes(path: string): Readonly<Record<string, string>> {
    return this.file(path, 'open').attributes;
  }

  setAttribute(path: string, name: string, value: string): void {
    const file = this.file(path, 'open');
    file.attributes = { ...file.attributes, [name]: value };
  }

  writeFile(path: string, bytes: Uint8Array): void {
    this.write(this.openFile(path, { create: true }), path, bytes);
  }

  /** Gives an open file new contents; `path` is where it was opened. */
  write(file: FileEntry, path: string, bytes: Uint8Array): void {
    file.bytes = bytes;
    file.attributes = {};
    file.modified = this.#now();
    file.changed = file.modified;
    this.#onChange(path);
  }

  /** The entry that `open` leads to. */
  open(path: string, how: { create?: boolean; exclusive?: boolean; mode?: number }): Entry {
    const entry = this.#find(path, 'open');
    if (entry !== undefined) {
      if (how.create && how.exclusive) throw new SystemError('EEXIST', 'open', path);
      return entry;
    }
    if (!how.create) throw new SystemError('ENOENT', 'open', path);
    const file = this.#newFile(new Uint8Array(0), how.mode ?? FILE_MODE);
    this.#parent(path, 'open').children.set(baseName(path), file);
    this.#onChange(path);
    return file;
  }

  openFile(path: string, how: Parameters<VirtualFiles['open']>[1]): FileEntry {
    const entry = this.open(path, how);
    if (entry.type === 'directory') throw new SystemError('EISDIR', 'open', path);
    return entry;
  }

  readdir(path: string): string[] {
    return this.list(path).map(({ name }) => name);
  }

  /** What a directory holds, by name. */
  list(path: string, syscall = 'scandir'): { name: string; type: Entry['type'] }[] {
    const entry = this.#entry(path, syscall);
    if (entry.type !== 'directory') throw new SystemError('ENOTDIR', syscall, path);
    return [...entry.children]
      .map(([name, { type }]) => ({ name, type }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  stat(path: string, syscall = 'stat'): Stats {
    return statOf(this.#entry(path, syscall));
  }

  /** @returns the first directory that was made, if any was */
  mkdir(path: string, options: { recursive?: boolean; mode?: number } = {}): string | undefined {
    const known = this.#find(path, 'mkdir');
    if (known !== undefined) {
      if (options.recursive && known.type === 'directory') return undefined;
      throw new SystemError('EEXIST', 'mkdir', path);
    }
    const first = options.recursive ? this.#mkdirAbove(path, options) : undefined;
    const parent = this.#parent(path, 'mkdir');
    parent.children.set(baseName(path), this.#newDirectory(options.mode ?? DIRECTORY_MODE));
    this.#touch(parent);
    this.#onChange(path);
    return first ?? path;
  }

  rm(path: string, options: { recursive?: boolean; force?: boolean } = {}): void {
    const entry = options.force ? this.#lookup(path) : this.#entry(path, 'rm');
    if (entry === undefined) return;
    if (entry.type === 'directory' && !options.recursive) {
      throw new SystemError('EISDIR', 'rm', path);
    }
    this.#remove(path);
  }

  rmdir(path: string): void {
    const entry = this.#entry(path, 'rmdir');
    if (entry.type === 'file') throw new SystemError('ENOTDIR', 'rmdir', path);
    if (entry.children.size > 0) throw new SystemError('ENOTEMPTY', 'rmdir', path);
    this.#remove(path);
  }

  unlink(path: string): void {
    const entry = this.#entry(path, 'unlink');
    if (entry.type === 'directory') throw new SystemError('EISDIR', 'unlink', path);
    this.#remove(path);
  }

  rename(path: string, to: string): void {
    const fail = (code: 'EINVAL' | 'EISDIR' | 'ENOTDIR' | 'ENOTEMPTY'): SystemError =>
      new SystemError(code, 'rename', path, to);
    const entry = this.#entry(path, 'rename', to);
    if (path === to) return;
    if (to.startsWith(`${path}/`)) throw fail('EINVAL');
    const parent = this.#parent(to, 'rename', path);
    const old = parent.children.get(baseName(to));
    if (old?.type === 'directory' && entry.type === 'file') throw fail('EISDIR');
    if (old?.type === 'file' && entry.type === 'directory') throw fail('ENOTDIR');
    if (old?.type === 'directory' && old.children.size > 0) throw fail('ENOTEMPTY');
    this.#remove(path);
    parent.children.set(baseName(to), entry);
    this.#touch(parent);
    this.#onChange(to);
  }

  /** @param isExclusive whether the target must not exist */
  copyFile(path: string, to: string, isExclusive: boolean): void {
    const source = this.#entry(path, 'copyfile', to);
    const target = this.#find(to, 'copyfile');
    if (source.type === 'directory' || target?.type === 'directory') {
      throw new SystemError('EISDIR', 'copyfile', path, to);
    }
    if (target && isExclusive) throw new SystemError('EEXIST', 'copyfile', path, to);
    this.#parent(to, 'copyfile', path);
    const copy = this.openFile(to, { create: true, mode: source.mode });
    this.write(copy, to, source.bytes.slice());
  }

  setMode(path: string, mode: number): void {
    this.setModeOf(this.#entry(path, 'chmod'), mode);
  }

  setModeOf(entry: Entry, mode: number): void {
    entry.mode = mode & 0o7777;
    entry.changed = this.#now();
  }

  setTimes(path: string, accessed: number, modified: number, syscall = 'utime'): void {
    this.setTimesOf(this.#entry(path, syscall), accessed, modified);
  }

  setTimesOf(entry: Entry, accessed: number, modified: number): void {
    Object.assign(entry, { accessed, modified, changed: this.#now() });
  }

  file(path: string, syscall: string): FileEntry {
    const entry = this.#entry(path, syscall);
    if (entry.type === 'directory') throw new SystemError('EISDIR', 'read');
    return entry;
  }

  #newFile(bytes: Uint8Array, mode: number): FileEntry {
    return { type: 'file', bytes, attributes: {}, ...this.#newBase(mode) };
  }

  #newDirectory(mode: number): DirectoryEntry {
    return { type: 'directory', children: new Map(), ...this.#newBase(mode) };
  }

  #newBase(mode: number): EntryBase {
    const now = this.#now();
    return {
      mode,
      inode: this.#nextInode++,
      accessed: now,
      modified: now,
      changed: now,
      born: now,
    };
  }

  #touch(entry: Entry): void {
    entry.modified = this.#now();
    entry.changed = entry.modified;
  }

  #makeParents(path: string): void {
    const parent = parentPath(path);
    if (this.#lookup(parent) === undefined) {
      this.#makeParents(parent);
      const directory = this.#newDirectory(DIRECTORY_MODE);
      this.#parent(parent, 'mkdir').children.set(baseName(parent), directory);
    }
  }

  #mkdirAbove(path: string, options: { recursive?: boolean; mode?: number }): string | undefined {
    const parent = parentPath(path);
    const known = this.#find(parent, 'mkdir');
    if (known?.type === 'file') throw new SystemError('ENOTDIR', 'mkdir', path);
    return known ? undefined : this.mkdir(parent, options);
  }

  #remove(path: string): void {
    const parent = this.#parent(path, 'unlink');
    parent.children.delete(baseName(path));
    this.#touch(parent);
    this.#onChange(path);
  }

  /** The entry at `path`; undefined if it, or a directory above it, is missing. */
  #lookup(path: string): Entry | undefined {
    if (path === '') return undefined;
    let entry: Entry | undefined = this.#root;
    for (const part of path.split('/')) {
      if (part === '') continue;
      if (entry?.type !== 'directory') return undefined;
      entry = entry.children.get(part);
    }
    return entry;
  }

  /** As `#lookup`, but the empty path, and a file in the place of a directory, are errors. */
  #find(path: string, syscall: string): Entry | undefined {
    if (path === '') throw new SystemError('ENOENT', syscall, path);
    const entry = this.#lookup(path);
    if (entry !== undefined) return entry;
    for (let at = parentPath(path); at !== '/'; at = parentPath(at)) {
      if (this.#lookup(at)?.type === 'file') throw new SystemError('ENOTDIR', syscall, path);
    }
    return undefined;
  }

  #entry(path: string, syscall: string, dest?: string): Entry {
    const entry = this.#find(path, syscall);
    if (entry === undefined) throw new SystemError('ENOENT', syscall, path, dest);
    return entry;
  }

  /** @param source where the entry for `path` comes from, for the error of a call with two paths */
  #parent(path: string, syscall: string, source?: string): DirectoryEntry {
    const parent = path === '' ? undefined : this.#lookup(parentPath(path));
    if (parent?.type === 'directory') return parent;
    const code = parent === undefined ? 'ENOENT' : 'ENOTDIR';
    if (source === undefined) throw new SystemError(code, syscall, path);
    throw new SystemError(code, syscall, source, path);
  }
}

export function statOf(entry: Entry): Stats {
  const { type, mode, inode, accessed, modified, changed, born } = entry;
  const size = entry.type === 'file' ? entry.bytes.length : DIRECTORY_SIZE;
  return { type, size, mode, inode, accessed, modified, changed, born };
}

function joinPath(directory: string, name: string): string {
  return directory === '/' ? `/${name}` : `${directory}/${name}`;
}
