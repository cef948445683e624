/** `fs.Stats`, its form with BigInts, and `fs.Dirent`, in the shape that Node prints. */
import type { Stats as KernelStats } from '../../kernel/files.ts';
import type { Buffer } from '../buffer.ts';
import { constants } from './arguments.ts';
import { callable } from './callable.ts';

const { S_IFMT, S_IFREG, S_IFDIR, S_IFCHR, S_IFLNK, S_IFSOCK, S_IFIFO, S_IFBLK } = constants;
const BLOCK = 512;
const BLOCK_SIZE = 4096;

const dates = ['atime', 'mtime', 'ctime', 'birthtime'] as const;
const fields = [
  'dev',
  'mode',
  'nlink',
  'uid',
  'gid',
  'rdev',
  'blksize',
  'ino',
  'size',
  'blocks',
  'atimeMs',
  'mtimeMs',
  'ctimeMs',
  'birthtimeMs',
] as const;
const fineFields = ['atimeNs', 'mtimeNs', 'ctimeNs', 'birthtimeNs'] as const;

class StatsBase {
  declare mode: number | bigint;

  isDirectory(): boolean {
    return this.#isOf(S_IFDIR);
  }
  isFile(): boolean {
    return this.#isOf(S_IFREG);
  }
  isBlockDevice(): boolean {
    return this.#isOf(S_IFBLK);
  }
  isCharacterDevice(): boolean {
    return this.#isOf(S_IFCHR);
  }
  isSymbolicLink(): boolean {
    return this.#isOf(S_IFLNK);
  }
  isFIFO(): boolean {
    return this.#isOf(S_IFIFO);
  }
  isSocket(): boolean {
    return this.#isOf(S_IFSOCK);
  }

  #isOf(kind: number): boolean {
    return (Number(this.mode) & S_IFMT) === kind;
  }
}

type DatesOf = Record<(typeof dates)[number], Date>;

class NumberStats extends StatsBase {
  static {
    for (const name of dates) addDate(NumberStats.prototype, name);
  }

  constructor(...values: number[]) {
    super();
    for (const [index, name] of fields.entries()) Object.assign(this, { [name]: values[index] });
  }
}

class FineStats extends StatsBase {
  static {
    for (const name of dates) addDate(FineStats.prototype, name);
  }

  constructor(...values: bigint[]) {
    super();
    const names = [...fields, ...fineFields];
    for (const [index, name] of names.entries()) Object.assign(this, { [name]: values[index] });
  }
}

/** A date is made when it is first asked for, and may be replaced. */
function addDate(prototype: object, name: (typeof dates)[number]): void {
  const set = function (this: object, value: unknown): void {
    Object.defineProperty(this, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  };
  Object.defineProperty(prototype, name, {
    get(this: Record<string, unknown>) {
      const date = new Date(Math.round(Number(this[`${name}Ms`])));
      set.call(this, date);
      return date;
    },
    set,
    enumerable: true,
    configurable: true,
  });
}

export const Stats = callable(NumberStats, 'Stats');
const BigIntStats = callable(FineStats, 'BigIntStats');
export type Stats = StatsBase & DatesOf & Record<(typeof fields)[number], number>;
export type BigStats = StatsBase &
  DatesOf &
  Record<(typeof fields)[number] | (typeof fineFields)[number], bigint>;

type Described = Omit<KernelStats, 'type'> & { type: KernelStats['type'] | 'device' };

/** What is not there, as `fs.watchFile` tells it, is all zeros. */
export function toStats(stats: Described | undefined, isBig = false): Stats | BigStats {
  const numbers = stats ? numbersOf(stats) : fields.map(() => 0);
  if (!isBig) return new Stats(...numbers) as unknown as Stats;
  const times = numbers.slice(-dates.length);
  const values = [
    ...numbers.map((value) => BigInt(Math.floor(value))),
    ...times.map(toNanoseconds),
  ];
  return new BigIntStats(...values) as unknown as BigStats;
}

function numbersOf(stats: Described): number[] {
  const kinds = { file: S_IFREG, directory: S_IFDIR, device: S_IFCHR };
  const { size, accessed, modified, changed, born } = stats;
  const mode = kinds[stats.type] | stats.mode;
  const blocks = Math.ceil(size / BLOCK_SIZE) * (BLOCK_SIZE / BLOCK);
  const owner = [0, 0];
  const times = [accessed, modified, changed, born];
  return [1, mode, 1, ...owner, 0, BLOCK_SIZE, stats.inode, size, blocks, ...times];
}

/** The part below a millisecond is kept as far as a number holds it. */
function toNanoseconds(milliseconds: number): bigint {
  const whole = Math.floor(milliseconds);
  return BigInt(whole) * 1_000_000n + BigInt(Math.round((milliseconds - whole) * 1e6));
}

const type = Symbol('type');

export class Dirent {
  name: string | Buffer;
  parentPath: string;
  [type]: number;

  constructor(name: string | Buffer, kind: number, parentPath: string) {
    this.name = name;
    this.parentPath = parentPath;
    this[type] = kind;
  }

  isDirectory(): boolean {
    return this[type] === constants.UV_DIRENT_DIR;
  }
  isFile(): boolean {
    return this[type] === constants.UV_DIRENT_FILE;
  }
  isBlockDevice(): boolean {
    return this[type] === constants.UV_DIRENT_BLOCK;
  }
  isCharacterDevice(): boolean {
    return this[type] === constants.UV_DIRENT_CHAR;
  }
  isSymbolicLink(): boolean {
    return this[type] === constants.UV_DIRENT_LINK;
  }
  isFIFO(): boolean {
    return this[type] === constants.UV_DIRENT_FIFO;
  }
  isSocket(): boolean {
    return this[type] === constants.UV_DIRENT_SOCKET;
  }
}

export function direntKind(kind: KernelStats['type']): number {
  return kind === 'file' ? constants.UV_DIRENT_FILE : constants.UV_DIRENT_DIR;
}
