/**
 * `node:fs` and `node:fs/promises`, over the run's virtual files. Follows `lib/fs.js`. Links,
 * watching and owners are declined: the run's files have none.
 */

import { resolvePath } from '../shared/paths.ts';
import { Buffer } from './buffer.ts';
import { constants } from './fs/arguments.ts';
import { FileHandle, type HandleStreams, type Later } from './fs/file-handle.ts';
import { createOperations, type FileSystemHost, type Operation } from './fs/operations.ts';
import { createFileWatching, type WatchHost } from './fs/stat-watcher.ts';
import { Dirent, Stats } from './fs/stats.ts';
import { createFileStreams } from './fs/streams.ts';
import type { IoQueue } from './internal/io-queue.ts';
import { validateFunction, validateObject } from './internal/validators.ts';

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

type Callback = (error: unknown, ...values: unknown[]) => unknown;

const promisified = Symbol.for('nodejs.util.promisify.custom');

/** What the promise forms have by name; `open` gives a handle. */
const promiseNames = [
  'access',
  'appendFile',
  'chmod',
  'copyFile',
  'lstat',
  'mkdir',
  'mkdtemp',
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
  'writeFile',
] as const;

export function createFs(options: FsOptions) {
  const { io, bind } = options;
  const operations = createOperations(options);
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
      const callback = takeCallback(given);
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

  function takeCallback(args: unknown[]): Callback {
    const callback = args.pop();
    validateFunction(callback, 'cb');
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
    look: (path) => operations.stat(path, { throwIfNoEntry: false })() as Stats | undefined,
    at: (path) => resolvePath(options.cwd(), path),
    every: (milliseconds, action) => every(milliseconds, bind(action)),
    stop,
  });

  const streams = createFileStreams(operations, (work, done) => io.run(work, bind(done)));
  const handleStreams: HandleStreams = {
    read: (given) => streams.createReadStream(undefined, given),
    write: (given) => streams.createWriteStream(undefined, given),
    lines: (given) =>
      options.readline().createInterface({
        input: streams.createReadStream(undefined, given),
        crlfDelay: Number.POSITIVE_INFINITY,
      }),
  };
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
    open: async (...args: [unknown, unknown?, unknown?]): Promise<FileHandle> => {
      const descriptor = await later(() => operations.open(...args));
      return new FileHandle(descriptor, operations, later, handleStreams);
    },
  };

  Object.assign(callbacks.realpath as object, { native: callbacks.realpath });
  Object.assign(sync.realpathSync as object, { native: sync.realpathSync });
  const fs = {
    ...callbacks,
    ...sync,
    ...watching,
    ...streams,
    exists,
    existsSync,
    constants,
    Dirent,
    Stats,
    promises,
  };
  return { fs, promises };
}

/** `fs.read(fd)` and `fs.read(fd, options)`: where nothing to read into is given, there is a new one. */
function readArguments(args: unknown[]): unknown[] {
  const [descriptor, options = {}] = args;
  if (args.length > 2 || ArrayBuffer.isView(options)) return args;
  if (options !== null) validateObject(options, 'options');
  const { buffer = Buffer.alloc(16_384) } = (options ?? {}) as { buffer?: unknown };
  return [descriptor, buffer, options];
}

function isVoid(values: readonly unknown[]): boolean {
  return values.length === 0 || (values.length === 1 && values[0] === undefined);
}

function named<F extends (...args: unknown[]) => unknown>(name: string, form: F): F {
  return Object.defineProperty(form, 'name', { value: name, configurable: true });
}
