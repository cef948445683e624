/** The operations of `node:fs` that make, list and open directories. */
import type { Buffer } from '../buffer.ts';
import { validateBoolean, validateInteger } from '../internal/validators.ts';
import { toMode, toName, toOptions, toPath } from './arguments.ts';
import { type Calls, joinPath } from './calls.ts';
import { Dir, type DirectoryHandle, type Run } from './dir.ts';
import { Dirent, direntKind } from './stats.ts';

interface Found {
  directory: string;
  name: string;
  /** The path of it from where the walk began. */
  way: string;
  kind: number;
}

export function createDirectoryOperations({ at, call, list }: Calls, run: Run) {
  const handle: DirectoryHandle = { list, run };

  /** What is in a directory, and in those below it: the upper ones first, as Node lists them. */
  const walk = (path: string, isRecursive: boolean): Found[] => {
    const found: Found[] = [];
    const directories = [{ directory: path, start: '' }];
    for (const { directory, start } of directories) {
      for (const { name, type } of list(directory)) {
        const way = start + name;
        found.push({ directory, name, way, kind: direntKind(type) });
        if (!isRecursive || type === 'file') continue;
        directories.push({ directory: joinPath(directory, name), start: `${way}/` });
      }
    }
    return found;
  };

  return {
    mkdir(path: unknown, options?: unknown) {
      const file = toPath(path);
      const given = Object(typeof options === 'object' ? options : { mode: options }) as {
        recursive?: unknown;
        mode?: unknown;
      };
      const recursive = given.recursive === undefined ? false : given.recursive;
      validateBoolean(recursive, 'options.recursive');
      const mode = toMode(given.mode, 0o777) & ~0o022;
      return (): string | undefined => {
        const made = call({ op: 'mkdir', path: at(file), recursive, mode }, file) as string | null;
        return recursive ? (made ?? undefined) : undefined;
      };
    },
    mkdtemp(prefix: unknown, options?: unknown) {
      const start = toPath(prefix, 'prefix');
      const { encoding } = toOptions(options);
      return () => {
        // The prefix may end inside a name, or with a slash: whole it is only with the name.
        const base = at(`${start}X`).slice(0, -1);
        const suffix = call({ op: 'mkdtemp', path: base }, `${start}XXXXXX`) as string;
        return toName(start + suffix, encoding);
      };
    },
    readdir(path: unknown, options?: unknown) {
      const directory = toPath(path);
      const given = toOptions(options, { encoding: 'utf8' });
      const { encoding } = given;
      const recursive = given.recursive ?? false;
      validateBoolean(recursive, 'options.recursive');
      return (): (Dirent | string | Buffer)[] => {
        const found = walk(directory, recursive);
        if (!given.withFileTypes) return found.map(({ way }) => toName(way, encoding));
        return found.map(
          ({ name, kind, directory }) => new Dirent(toName(name, encoding), kind, directory),
        );
      };
    },
    opendir(path: unknown, options?: unknown) {
      const directory = toPath(path);
      const given = toOptions(options, { encoding: 'utf8' });
      const { bufferSize = 32 } = given;
      validateInteger(bufferSize, 'options.bufferSize', 1, 2 ** 32 - 1);
      return (): Dir => {
        list(directory, 'opendir');
        return new Dir(handle, directory, given);
      };
    },
  };
}
