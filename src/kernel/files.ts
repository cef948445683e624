/**
 * The virtual files of a run: a tree in memory, with POSIX errors. Paths are absolute.
 * A file may carry attributes (what a build step derived from it); writing to the file drops them.
 */
import { baseName, parentPath } from '../shared/paths.ts';
import { SystemError } from './system-error.ts';

export interface FileEntry {
  type: 'file';
  bytes: Uint8Array;
  attributes: Record<string, string>;
  modified: number;
}

export interface DirectoryEntry {
  type: 'directory';
  children: Map<string, Entry>;
  modified: number;
}

export type Entry = FileEntry | DirectoryEntry;

/** Files by absolute path, as they cross to another thread. */
export interface FileImage {
  path: string;
  bytes: Uint8Array;
  attributes?: Record<string, string>;
}

export interface Stats {
  type: Entry['type'];
  /** bytes */
  size: number;
  /** milliseconds since 1970 */
  modified: number;
}

export class VirtualFiles {
  readonly #root: DirectoryEntry;
  readonly #now: () => number;

  /** @param now milliseconds since 1970, for modification times */
  constructor(now: () => number = Date.now) {
    this.#now = now;
    this.#root = this.#newDirectory();
  }

  /** Adds files, making the directories that they need. */
  load(images: Iterable<FileImage>): void {
    for (const { path, bytes, attributes = {} } of images) {
      this.mkdir(parentPath(path), { recursive: true });
      this.writeFile(path, bytes);
      this.#file(path, 'open').attributes = attributes;
    }
  }

  /** All files below `path`. */
  *images(path = '/'): Generator<FileImage> {
    const entry = this.#entry(path, 'open');
    if (entry.type === 'file') {
      yield { path, bytes: entry.bytes, attributes: entry.attributes };
      return;
    }
    for (const name of entry.children.keys()) {
      yield* this.images(path === '/' ? `/${name}` : `${path}/${name}`);
    }
  }

  readFile(path: string): Uint8Array {
    return this.#file(path, 'open').bytes;
  }

  readAttributes(path: string): Readonly<Record<string, string>> {
    return this.#file(path, 'open').attributes;
  }

  setAttribute(path: string, name: string, value: string): void {
    const file = this.#file(path, 'open');
    file.attributes = { ...file.attributes, [name]: value };
  }

  writeFile(path: string, bytes: Uint8Array): void {
    const directory = this.#parent(path, 'open');
    const old = directory.children.get(baseName(path));
    if (old?.type === 'directory') throw new SystemError('EISDIR', 'open', path);
    const modified = this.#now();
    directory.children.set(baseName(path), { type: 'file', bytes, attributes: {}, modified });
  }

  readdir(path: string): string[] {
    const entry = this.#entry(path, 'scandir');
    if (entry.type !== 'directory') throw new SystemError('ENOTDIR', 'scandir', path);
    return [...entry.children.keys()].sort();
  }

  stat(path: string, syscall = 'stat'): Stats {
    const entry = this.#entry(path, syscall);
    const size = entry.type === 'file' ? entry.bytes.length : 4096;
    return { type: entry.type, size, modified: entry.modified };
  }

  mkdir(path: string, options: { recursive?: boolean } = {}): void {
    if (path === '/') {
      if (!options.recursive) throw new SystemError('EEXIST', 'mkdir', path);
      return;
    }
    if (options.recursive) this.mkdir(parentPath(path), options);
    const parent = this.#parent(path, 'mkdir');
    const old = parent.children.get(baseName(path));
    if (old === undefined) parent.children.set(baseName(path), this.#newDirectory());
    else if (!options.recursive || old.type === 'file') {
      throw new SystemError('EEXIST', 'mkdir', path);
    }
  }

  rm(path: string, options: { recursive?: boolean; force?: boolean } = {}): void {
    const parent = this.#lookup(parentPath(path));
    const entry = this.#lookup(path);
    if (entry === undefined || parent?.type !== 'directory') {
      if (options.force) return;
      throw new SystemError('ENOENT', 'rm', path);
    }
    if (entry.type === 'directory' && !options.recursive) {
      throw new SystemError('EISDIR', 'rm', path);
    }
    parent.children.delete(baseName(path));
  }

  #newDirectory(): DirectoryEntry {
    return { type: 'directory', children: new Map(), modified: this.#now() };
  }

  #lookup(path: string): Entry | undefined {
    let entry: Entry | undefined = this.#root;
    for (const part of path.split('/')) {
      if (part === '') continue;
      if (entry?.type !== 'directory') return undefined;
      entry = entry.children.get(part);
    }
    return entry;
  }

  #entry(path: string, syscall: string): Entry {
    const entry = this.#lookup(path);
    if (entry === undefined) throw new SystemError('ENOENT', syscall, path);
    return entry;
  }

  #file(path: string, syscall: string): FileEntry {
    const entry = this.#entry(path, syscall);
    if (entry.type === 'directory') throw new SystemError('EISDIR', 'read');
    return entry;
  }

  #parent(path: string, syscall: string): DirectoryEntry {
    const parent = this.#lookup(parentPath(path));
    if (parent === undefined) throw new SystemError('ENOENT', syscall, path);
    if (parent.type === 'file') throw new SystemError('ENOTDIR', syscall, path);
    return parent;
  }
}
