/** `fs.Stats` and `fs.Dirent`, in the shape that Node prints. */
import type { Stats as KernelStats } from '../../kernel/files.ts';
import { constants } from './arguments.ts';

const { S_IFMT, S_IFREG, S_IFDIR, S_IFCHR } = constants;
const BLOCK = 512;

export class Stats {
  dev = 1;
  mode: number;
  nlink = 1;
  uid = 0;
  gid = 0;
  rdev = 0;
  blksize = 4096;
  ino: number;
  size: number;
  blocks: number;
  atimeMs: number;
  mtimeMs: number;
  ctimeMs: number;
  birthtimeMs: number;

  constructor(stats: Omit<KernelStats, 'type'> & { type: KernelStats['type'] | 'device' }) {
    const kinds = { file: S_IFREG, directory: S_IFDIR, device: S_IFCHR };
    this.mode = kinds[stats.type] | stats.mode;
    this.ino = stats.inode;
    this.size = stats.size;
    this.blocks = Math.ceil(stats.size / this.blksize) * (this.blksize / BLOCK);
    this.atimeMs = stats.accessed;
    this.mtimeMs = stats.modified;
    this.ctimeMs = stats.changed;
    this.birthtimeMs = stats.born;
  }

  /** Of a file that is not there: zeros, as `fs.watchFile` tells it. */
  static ofNothing(): Stats {
    const times = { accessed: 0, modified: 0, changed: 0, born: 0 };
    const stats = new Stats({ type: 'device', size: 0, mode: 0, inode: 0, ...times });
    return Object.assign(stats, { dev: 0, mode: 0, nlink: 0, blksize: 0 });
  }

  get atime(): Date {
    return new Date(this.atimeMs);
  }
  get mtime(): Date {
    return new Date(this.mtimeMs);
  }
  get ctime(): Date {
    return new Date(this.ctimeMs);
  }
  get birthtime(): Date {
    return new Date(this.birthtimeMs);
  }

  isFile(): boolean {
    return (this.mode & S_IFMT) === S_IFREG;
  }
  isDirectory(): boolean {
    return (this.mode & S_IFMT) === S_IFDIR;
  }
  isCharacterDevice(): boolean {
    return (this.mode & S_IFMT) === S_IFCHR;
  }
  /** The run's files have no links, sockets, pipes or block devices. */
  isSymbolicLink(): boolean {
    return false;
  }
  isSocket(): boolean {
    return false;
  }
  isFIFO(): boolean {
    return false;
  }
  isBlockDevice(): boolean {
    return false;
  }
}

const type = Symbol('type');

export class Dirent {
  name: string;
  parentPath: string;
  [type]: number;

  constructor(name: string, parentPath: string, kind: KernelStats['type']) {
    this.name = name;
    this.parentPath = parentPath;
    this[type] = kind === 'file' ? constants.UV_DIRENT_FILE : constants.UV_DIRENT_DIR;
  }

  isFile(): boolean {
    return this[type] === constants.UV_DIRENT_FILE;
  }
  isDirectory(): boolean {
    return this[type] === constants.UV_DIRENT_DIR;
  }
  /** The run's files have no links, sockets, pipes or devices. */
  isSymbolicLink(): boolean {
    return false;
  }
  isSocket(): boolean {
    return false;
  }
  isFIFO(): boolean {
    return false;
  }
  isBlockDevice(): boolean {
    return false;
  }
  isCharacterDevice(): boolean {
    return false;
  }
}
