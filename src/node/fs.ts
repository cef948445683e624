/**
 * `node:fs` and `node:fs/promises`, over the run's virtual files. Follows `lib/fs.js`. Links,
 * watching and owners are declined: the run's files have none.
 */

import { resolvePath } from '../shared/paths.ts';
import { constants, toDescriptor } from './fs/arguments.ts';
import { createCalls, type FileSystemHost } from './fs/calls.ts';
import { createCopy } from './fs/copy.ts';
import { Dir } from './fs/dir.ts';
import { FileHandle, type HandleStreams, type Later } from './fs/file-handle.ts';
import { createOperations, type Operation } from './fs/operations.ts';
import { isPieces, writePieces } from './fs/pieces.ts';
import { createFileWatching, type WatchHost } from './fs/stat-watcher.ts';
import { Dirent, Stats, toStats } from './fs/stats.ts';
import type { Backend } from './fs/stream-file.ts';
import { createFileStreams } from './fs/streams.ts';
import { readArguments } from './fs/transfers.ts';
import type { IoQueue } from './internal/io-queue.ts';
import { validateFunction } from './internal/validators.ts';

export interface FsOptions extends FileSystemHost {
  io: IoQueue;
  /** Carries the asynchronous context into a callback. */
  bind: <F extends (...args: never[]) => unknown>(callback: F) => F;
  every: WatchHost['every'];
  stop: WatchHost['stop'];
  readline: () => { createInterface(options: object): unknown };
}

/** What moves bytes tells how many, and gives back where they are. */
const transfers = /^(?:read|write)v?$/;

/** What works on a descriptor, which is checked before the callback is. */
const ofDescriptor = /^(?:close|(?:read|write)v?|f(?:chmod|datasync|stat|sync|truncate|utimes))$/;
/** How many arguments come before the callback, where that is not what their checks take. */
const place: Readonly<Record<string, number>> = { read: 5, write: 5 };
const takesValues = /^f(?:chmod|truncate|utimes)$/;

type Callback = (error: unknown, ...values: unknown[]) => unknown;

const promisified = Symbol.for('nodejs.util.promisify.custom');

/** What the promise forms have by name; `open` gives a handle. */
const promiseNames = [
  'access',
  'chmod',
  'copyFile',
  'lstat',
  'lutimes',
  'mkdir',
  'mkdtemp',
  'opendir',
  'readFile',
  'readdir',
  'realpath',
  'rename',
  'rm',
  'rmdir',
  'stat',
  'truncate',
  'unlink',
  'utimes',
] as const;

export function createFs(options: FsOptions) {
  const { io, bind } = options;
  const calls = createCalls(options);
  const operations = createOperations(calls, (work, done) => io.run(work, bind(done)));
  const table = Object.entries(operations) as [string, Operation][];
  const later: Later = (prepare) =>
    new Promise((resolve, reject) => {
      io.run(prepare(), (error, value) => {
        if (error) reject(error);
        else resolve(value as never);
      });
    });

  const sync = Object.fromEntries(
    table.map(([name, prepare]) => [
      `${name}Sync`,
      named(`${name}Sync`, (...args: unknown[]) => prepare(...args)()),
    ]),
  );
  const callbacks = Object.fromEntries(
    table.map(([name, prepare]) => [name, withCallback(name, prepare)]),
  );

  function withCallback(name: string, prepare: Operation) {
    const form = named(name, (...given: unknown[]): void => {
      if (ofDescriptor.test(name)) checkFirst(name, prepare, given);
      const callback = takeCallback(name, given, place[name] ?? prepare.length);
      const args = name === 'read' ? readArguments(given) : given;
      io.run(prepare(...args), (error, ...values) => {
        if (error) callback(error);
        else if (isVoid(values)) callback(null);
        else if (transfers.test(name)) callback(null, values[0], args[1]);
        else callback(null, ...values);
      });
    });
    if (transfers.test(name)) {
      const count = name.startsWith('read') ? 'bytesRead' : 'bytesWritten';
      const promise = async (...given: unknown[]) => {
        const args = name === 'read' ? readArguments(given) : given;
        const moved = await later(() => prepare(...args));
        return { [count]: moved, [name.endsWith('v') ? 'buffers' : 'buffer']: args[1] };
      };
      named(name, promise);
      Object.defineProperty(form, promisified, { value: promise });
    }
    return form;
  }

  /** @param least how many arguments there are before the callback, at the least */
  function takeCallback(name: string, args: unknown[], least: number): Callback {
    if (name === 'close' && args[1] === undefined) return throwFailure;
    const last = args.at(-1);
    const callback = typeof last === 'function' || args.length > least ? args.pop() : undefined;
    validateFunction(callback, name === 'opendir' ? 'callback' : 'cb');
    return bind(callback as Callback);
  }

  const existsSync = (path?: unknown): boolean => {
    try {
      operations.access(path)();
      return true;
    } catch {
      // Whatever is wrong with the path, there is nothing at it.
      return false;
    }
  };
  const exists = (path: unknown, callback: unknown): void => {
    validateFunction(callback, 'cb');
    const told = bind(callback as (exists: boolean) => void);
    io.run(
      () => existsSync(path),
      (_, found) => told(found as boolean),
    );
  };
  Object.defineProperty(exists, promisified, {
    value: named('exists', (path: unknown) => later(() => () => existsSync(path))),
  });
  const { every, stop } = options;
  const watching = createFileWatching({
    look: (path, bigint) =>
      operations.stat(path, { throwIfNoEntry: false, bigint })() ?? toStats(undefined, bigint),
    at: (path) => resolvePath(options.cwd(), path),
    every: (milliseconds, action) => every(milliseconds, bind(action)),
    stop,
  });

  const fs = {} as Backend;
  const streams = createFileStreams(fs);
  const handleStreams: HandleStreams = {
    read: (given) => streams.createReadStream(undefined, given),
    write: (given) => streams.createWriteStream(undefined, given),
    lines: (given) =>
      options.readline().createInterface({
        input: streams.createReadStream(undefined, given),
        crlfDelay: Number.POSITIVE_INFINITY,
      }),
  };
  function writeForm(name: 'appendFile' | 'writeFile', flag: string) {
    return named(name, async (file: unknown, data: unknown, given: unknown): Promise<void> => {
      if (file instanceof FileHandle) return file.writeFile(data, given);
      if (!isPieces(data)) return later(() => operations[name](file, data, given));
      return writePieces({ file, flag, operations, later }, data, given);
    });
  }
  const copy = createCopy(calls, later);
  const cp = named('cp', (...given: unknown[]): void => {
    const callback = takeCallback('cp', given, 3);
    copy.start(...given).then(() => callback(null), callback);
  });
  const promises = {
    constants,
    ...Object.fromEntries(
      promiseNames.map((name) => [
        name,
        named(name, async (file: unknown, ...args: unknown[]) => {
          const target = file instanceof FileHandle ? file.fd : file;
          return later(() => (operations[name] as Operation)(target, ...args));
        }),
      ]),
    ),
    appendFile: writeForm('appendFile', 'a'),
    writeFile: writeForm('writeFile', 'w'),
    cp: copy.cpLater,
    open: async (...args: [unknown, unknown?, unknown?]): Promise<FileHandle> => {
      const descriptor = await later(() => operations.open(...args));
      return new FileHandle(descriptor, operations, later, handleStreams);
    },
  };

  Object.assign(callbacks.realpath as object, { native: callbacks.realpath });
  Object.assign(sync.realpathSync as object, { native: sync.realpathSync });
  Object.assign(fs, {
    ...callbacks,
    ...sync,
    ...watching,
    ...streams,
    exists,
    existsSync,
    constants,
    cp,
    cpSync: copy.cpSync,
    Dir,
    Dirent,
    Stats,
    promises,
  });
  return { fs, promises };
}

/** Some have all their arguments checked before the callback. */
function checkFirst(name: string, prepare: Operation, args: unknown[]): void {
  toDescriptor(args[0]);
  if (takesValues.test(name) && typeof args.at(-1) !== 'function') prepare(...args);
}

/** What stands in for the callback of `fs.close`. */
function throwFailure(error: unknown): void {
  if (error) throw error;
}

function isVoid(values: readonly unknown[]): boolean {
  return values.length === 0 || (values.length === 1 && values[0] === undefined);
}

function named<F extends (...args: unknown[]) => unknown>(name: string, form: F): F {
  return Object.defineProperty(form, 'name', { value: name, configurable: true });
}
