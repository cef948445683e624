/** `fs.Dir`: an open directory, read entry by entry. Follows `lib/internal/fs/dir.js`. */
import { nodeError } from '../internal/errors.ts';
import { validateFunction } from '../internal/validators.ts';
import { toName } from './arguments.ts';
import { joinPath, type Listed } from './calls.ts';
import { Dirent, direntKind } from './stats.ts';

type Done = (error: unknown, value?: unknown) => void;

/** Does work in a later turn; `done` keeps its asynchronous context. */
export type Run = (work: () => unknown, done: Done) => void;

export interface DirectoryHandle {
  list(path: string): Listed[];
  run: Run;
}

export class Dir {
  readonly #handle: DirectoryHandle;
  readonly #path: string;
  readonly #encoding: unknown;
  readonly #isRecursive: boolean;
  /** The directories that are still to be read. */
  readonly #directories: string[];
  readonly #entries: Dirent[] = [];
  #pending = 0;
  #isClosed = false;

  static {
    const { entries } = Dir.prototype;
    Object.defineProperty(Dir.prototype, Symbol.asyncIterator, {
      value: entries,
      configurable: true,
      writable: true,
    });
  }

  constructor(
    handle: DirectoryHandle,
    path: string,
    options: { encoding?: unknown; recursive?: unknown },
  ) {
    if (!handle) {
      throw nodeError('ERR_MISSING_ARGS', 'The "handle" argument must be specified', TypeError);
    }
    this.#handle = handle;
    this.#path = path;
    this.#encoding = options.encoding;
    this.#isRecursive = Boolean(options.recursive);
    this.#directories = [path];
  }

  get path(): string {
    if (!(#path in this)) {
      throw nodeError('ERR_INVALID_THIS', 'Value of "this" must be of type Dir', TypeError);
    }
    return this.#path;
  }

  /** @returns a promise of the next entry, or of null at the end, where there is no callback */
  read(callback?: unknown): Promise<Dirent | null> | undefined {
    if (callback === undefined) return this.#promise((done) => this.#read(done));
    if (this.#isClosed) throw closed();
    validateFunction(callback, 'callback');
    this.#read(callback as unknown as Done);
    return undefined;
  }

  readSync(): Dirent | null {
    this.#checkAlone();
    return this.#next();
  }

  close(callback?: unknown): Promise<void> | undefined {
    if (callback === undefined) return this.#promise((done) => this.#close(done));
    validateFunction(callback, 'callback');
    this.#close(callback as unknown as Done);
    return undefined;
  }

  closeSync(): void {
    this.#checkAlone();
    this.#isClosed = true;
  }

  async *entries(): AsyncGenerator<Dirent, void, void> {
    try {
      for (;;) {
        const entry = await this.read();
        if (!entry) break;
        yield entry;
      }
    } finally {
      await this.close();
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#isClosed) await this.close();
  }

  [Symbol.dispose](): void {
    if (!this.#isClosed) this.closeSync();
  }

  #read(done: Done): void {
    if (this.#isClosed) throw closed();
    this.#later(() => this.#next(), done);
  }

  #close(done: Done): void {
    const work = this.#isClosed
      ? () => {
          throw closed();
        }
      : () => undefined;
    this.#isClosed = true;
    this.#later(work, (error) => done(error));
  }

  #later(work: () => unknown, done: Done): void {
    this.#pending++;
    this.#handle.run(work, (error, value) => {
      this.#pending--;
      if (error) done(error);
      else done(null, value);
    });
  }

  #promise<T>(start: (done: Done) => void): Promise<T> {
    return new Promise((resolve, reject) => {
      start((error, value) => {
        if (error) reject(error);
        else resolve(value as T);
      });
    });
  }

  #checkAlone(): void {
    if (this.#isClosed) throw closed();
    if (this.#pending === 0) return;
    const why =
      'Cannot do synchronous work on directory handle with concurrent asynchronous operations';
    throw nodeError('ERR_DIR_CONCURRENT_OPERATION', why);
  }

  #next(): Dirent | null {
    while (this.#entries.length === 0) {
      const directory = this.#directories.shift();
      if (directory === undefined) return null;
      this.#entries.push(...this.#entriesOf(directory));
    }
    return this.#entries.shift() ?? null;
  }

  #entriesOf(directory: string): Dirent[] {
    return this.#list(directory).map(({ name, type }) => {
      if (this.#isRecursive && type === 'directory')
        this.#directories.push(joinPath(directory, name));
      return new Dirent(toName(name, this.#encoding), direntKind(type), directory);
    });
  }

  /** A directory that was removed while it was open is empty. */
  #list(directory: string): Listed[] {
    try {
      return this.#handle.list(directory);
    } catch (error) {
      if ((error as { code?: string }).code === 'ENOENT') return [];
      throw error;
    }
  }
}

function closed(): Error {
  return nodeError('ERR_DIR_CLOSED', 'Directory handle was closed');
}
