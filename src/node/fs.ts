/**
 * `node:fs` and `node:fs/promises`, over the run's virtual files. Follows `lib/fs.js`. Links,
 * watching and owners are declined: the run's files have none.
 */
import { constants } from './fs/arguments.ts';
import { FileHandle, type Later } from './fs/file-handle.ts';
import { createOperations, type FileSystemHost, type Operation } from './fs/operations.ts';
import { Dirent, Stats } from './fs/stats.ts';
import { createFileStreams } from './fs/streams.ts';
import type { IoQueue } from './internal/io-queue.ts';
import { validateFunction } from './internal/validators.ts';

export interface FsOptions extends FileSystemHost {
  io: IoQueue;
  /** Carries the asynchronous context into a callback. */
  bind: <F extends (...args: never[]) => unknown>(callback: F) => F;
}

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
    const form = named(name, (...args: unknown[]): void => {
      const callback = takeCallback(args);
      io.run(prepare(...args), (error, ...values) => {
        if (error) callback(error);
        else if (isVoid(values)) callback(null);
        else if (name === 'read' || name === 'write') callback(null, values[0], args[1]);
        else callback(null, ...values);
      });
    });
    if (name === 'read' || name === 'write') {
      const count = name === 'read' ? 'bytesRead' : 'bytesWritten';
      const promise = async (...args: unknown[]) => ({
        [count]: await later(() => prepare(...args)),
        buffer: args[1],
      });
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
    value: (path: unknown) => later(() => () => existsSync(path)),
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
    open: async (...args: [unknown, unknown?, unknown?]): Promise<FileHandle> => {
      const descriptor = await later(() => operations.open(...args));
      return new FileHandle(descriptor, operations, later);
    },
  };

  Object.assign(callbacks.realpath as object, { native: callbacks.realpath });
  Object.assign(sync.realpathSync as object, { native: sync.realpathSync });
  const fs = {
    ...callbacks,
    ...sync,
    ...createFileStreams(operations, (work, done) => io.run(work, bind(done))),
    exists,
    existsSync,
    constants,
    Dirent,
    Stats,
    promises,
  };
  return { fs, promises };
}

function isVoid(values: readonly unknown[]): boolean {
  return values.length === 0 || (values.length === 1 && values[0] === undefined);
}

function named<F extends (...args: unknown[]) => unknown>(name: string, form: F): F {
  return Object.defineProperty(form, 'name', { value: name, configurable: true });
}
