/**
 * Packages: `node_modules`, and the `exports` and `imports` of a package.json. Follows
 * "Resolution Algorithm Specification" of Node's documentation of ES modules.
 */
import { nodeError } from '../../node/internal/errors.ts';
import { parentPath, resolvePath } from '../../shared/paths.ts';

export interface Manifest {
  /** The directory of the package.json. */
  directory: string;
  name?: unknown;
  type?: unknown;
  main?: unknown;
  exports?: unknown;
  imports?: unknown;
}

export interface PackageFiles {
  typeOf(path: string): 'file' | 'directory' | undefined;
  readText(path: string): string;
}

export type Condition = 'import' | 'require';

/** A target that is not in the package: `imports` may name a built-in module or another package. */
export type Target = { path: string } | { specifier: string };

export class Packages {
  readonly #files: PackageFiles;
  readonly #manifests = new Map<string, Manifest | undefined>();

  constructor(files: PackageFiles) {
    this.#files = files;
  }

  /** The nearest package.json above the file at `path`. */
  scopeOf(path: string): Manifest | undefined {
    for (let at = parentPath(path); ; at = parentPath(at)) {
      if (at.endsWith('/node_modules')) return undefined;
      const manifest = this.manifestIn(at);
      if (manifest || at === '/') return manifest;
    }
  }

  /**
   * Where `specifier` leads from the file at `parent`; undefined if no such package is installed.
   * A package without `exports` gives the path below it, for the caller to complete.
   */
  resolve(
    specifier: string,
    parent: string,
    condition: Condition,
  ): { path: string; isComplete: boolean; manifest: Manifest | undefined } | undefined {
    const { name, subpath } = splitSpecifier(specifier, parent);
    const own = this.scopeOf(parent);
    const isOwn = own?.name === name && own.exports !== undefined && own.exports !== null;
    const directory = isOwn ? own.directory : this.#find(name, parent);
    if (directory === undefined) return undefined;
    const manifest = this.manifestIn(directory);
    if (manifest?.exports === undefined || manifest.exports === null) {
      return { path: resolvePath(directory, subpath), isComplete: false, manifest };
    }
    const table = toTable(manifest.exports, manifest);
    const target = match(table, subpath, manifest, conditionsOf(condition));
    if (target && 'path' in target) return { path: target.path, isComplete: true, manifest };
    if (target) throw invalidTarget(target.specifier, manifest);
    const file = `${directory}/package.json`;
    const message =
      subpath === '.'
        ? `No "exports" main defined in ${file}`
        : `Package subpath '${subpath}' is not defined by "exports" in ${file}`;
    throw nodeError('ERR_PACKAGE_PATH_NOT_EXPORTED', message + importedFrom(parent, condition));
  }

  /** Where a specifier that begins with `#` leads. */
  resolveOwnImport(specifier: string, parent: string, condition: Condition): Target {
    const manifest = this.scopeOf(parent);
    const table = manifest?.imports as Record<string, unknown> | undefined;
    const target = manifest && table && match(table, specifier, manifest, conditionsOf(condition));
    if (target) return target;
    const where = manifest ? ` in package ${manifest.directory}/package.json` : '';
    throw nodeError(
      'ERR_PACKAGE_IMPORT_NOT_DEFINED',
      `Package import specifier "${specifier}" is not defined${where} imported from ${parent}`,
      TypeError,
    );
  }

  #find(name: string, parent: string): string | undefined {
    for (let at = parentPath(parent); ; at = parentPath(at)) {
      const directory = `${at === '/' ? '' : at}/node_modules/${name}`;
      if (!at.endsWith('/node_modules') && this.#files.typeOf(directory) === 'directory') {
        return directory;
      }
      if (at === '/') return undefined;
    }
  }

  /** The package.json in `directory`, if there is one. */
  manifestIn(directory: string): Manifest | undefined {
    const path = directory === '/' ? '/package.json' : `${directory}/package.json`;
    const known = this.#manifests.get(path);
    if (known) return known;
    if (this.#files.typeOf(path) !== 'file') return undefined;
    const manifest = { ...parse(path, this.#files.readText(path)), directory };
    this.#manifests.set(path, manifest);
    return manifest;
  }
}

function parse(path: string, text: string): object {
  try {
    const value = JSON.parse(text) as unknown;
    return value !== null && typeof value === 'object' ? value : {};
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw nodeError('ERR_INVALID_PACKAGE_CONFIG', `Invalid package config ${path}. ${why}`);
  }
}

function splitSpecifier(specifier: string, parent: string): { name: string; subpath: string } {
  const parts = specifier.split('/');
  const count = specifier.startsWith('@') ? 2 : 1;
  const name = parts.slice(0, count).join('/');
  if (name === '' || name.startsWith('.') || /[\\%]/.test(name) || parts.length < count) {
    const message = `Invalid module "${specifier}" is not a valid package name imported from ${parent}`;
    throw nodeError('ERR_INVALID_MODULE_SPECIFIER', message, TypeError);
  }
  return { name, subpath: ['.', ...parts.slice(count)].join('/') };
}

function conditionsOf(condition: Condition): ReadonlySet<string> {
  return new Set(['node', condition, 'module-sync', 'node-addons']);
}

/** `exports` that is no table of subpaths stands for the package itself. */
function toTable(exports: unknown, manifest: Manifest): Record<string, unknown> {
  if (exports === null || typeof exports !== 'object' || Array.isArray(exports)) {
    return { '.': exports };
  }
  const keys = Object.keys(exports);
  const paths = keys.filter((key) => key.startsWith('.'));
  if (paths.length === 0) return { '.': exports };
  if (paths.length === keys.length) return exports as Record<string, unknown>;
  throw nodeError(
    'ERR_INVALID_PACKAGE_CONFIG',
    `Invalid package config ${manifest.directory}/package.json. "exports" cannot contain some keys starting with '.' and some not.`,
  );
}

/** The exact entry, or that of the longest pattern with `*`. */
function match(
  table: Record<string, unknown>,
  key: string,
  manifest: Manifest,
  conditions: ReadonlySet<string>,
): Target | undefined {
  if (Object.hasOwn(table, key) && !key.includes('*')) {
    return choose(table[key], '', manifest, conditions) ?? undefined;
  }
  const patterns = Object.keys(table)
    .filter((each) => each.includes('*'))
    .sort((a, b) => b.indexOf('*') - a.indexOf('*') || b.length - a.length);
  for (const pattern of patterns) {
    const [start = '', end = ''] = pattern.split('*');
    if (key.length < pattern.length || !key.startsWith(start) || !key.endsWith(end)) continue;
    const rest = key.slice(start.length, key.length - end.length);
    return choose(table[pattern], rest, manifest, conditions) ?? undefined;
  }
  return undefined;
}

/** @returns null where the table says that there is nothing, undefined where no condition fits */
function choose(
  target: unknown,
  rest: string,
  manifest: Manifest,
  conditions: ReadonlySet<string>,
): Target | null | undefined {
  if (target === null) return null;
  if (typeof target === 'string') {
    const text = target.replaceAll('*', rest);
    if (/^\.?\.?\//.test(target) ? !target.startsWith('./') : URL.canParse(target)) {
      throw invalidTarget(target, manifest);
    }
    if (!target.startsWith('./')) return { specifier: text };
    return { path: resolvePath(manifest.directory, decodeURIComponent(text)) };
  }
  if (Array.isArray(target)) {
    for (const each of target) {
      const found = choose(each, rest, manifest, conditions);
      if (found) return found;
    }
    return null;
  }
  for (const [condition, value] of Object.entries(target as object)) {
    if (condition !== 'default' && !conditions.has(condition)) continue;
    const found = choose(value, rest, manifest, conditions);
    if (found !== undefined) return found;
  }
  return undefined;
}

function invalidTarget(target: string, manifest: Manifest): Error {
  return nodeError(
    'ERR_INVALID_PACKAGE_TARGET',
    `Invalid target ${JSON.stringify(target)} defined in the package config ${manifest.directory}/package.json; targets must start with "./"`,
  );
}

function importedFrom(parent: string, condition: Condition): string {
  return condition === 'import' ? ` imported from ${parent}` : '';
}
