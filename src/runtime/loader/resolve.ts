/** Where a specifier leads. Follows "Resolution algorithm" of Node's documentation of ES modules and
 * of CommonJS; packages are in `package.ts`. */
import type { StatAnswer } from '../../kernel/protocol.ts';
import { SystemError } from '../../kernel/system-error.ts';
import { needsScheme, whyAbsent } from '../../node/internal/declined.ts';
import { nodeError } from '../../node/internal/errors.ts';
import type { ModuleTable } from '../../node/internal/module-table.ts';
import { part } from '../../node/internal/parts.ts';
import type { System } from '../../node/internal/system.ts';
import { fileURLToPath } from '../../node/url.ts';
import { parentPath, resolvePath } from '../../shared/paths.ts';
import { type Condition, type Manifest, Packages } from './package.ts';
import { sourceUrl } from './source.ts';

export type Resolved =
  | { kind: 'builtin'; name: string }
  | { kind: 'file'; path: string }
  | { kind: 'data'; url: string };
/** What `require` can find. */
export type Required = Exclude<Resolved, { kind: 'data' }>;

export class Resolver {
  readonly #system: System;
  readonly #builtins: Pick<ModuleTable, 'has'>;
  readonly #packages: Packages;

  constructor(system: System, builtins: Pick<ModuleTable, 'has'>) {
    this.#system = system;
    this.#builtins = builtins;
    this.#packages = new Packages({
      typeOf: (path) => this.#typeOf(path),
      readText: (path) => (system.call({ op: 'read-source', path }) as { text: string }).text,
    });
  }

  /** @param parent path of the importing file */
  resolveImport(specifier: string, parent: string): Resolved {
    try {
      return this.#resolveImport(specifier, parent);
    } catch (error) {
      this.#hint(error, specifier, parent);
      throw error;
    }
  }

  /** Adds to an error what `require` would have found, where that is something. */
  #hint(error: unknown, specifier: string, parent: string): void {
    const { code } = error as { code?: string };
    if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'ERR_UNSUPPORTED_DIR_IMPORT') return;
    let found: Required;
    try {
      found = this.resolveRequire(specifier, parent);
    } catch {
      // Neither would `require` find it: the error says all.
      return;
    }
    if (found.kind !== 'file') return;
    const meant = part('extras').importHint(specifier, parent, found.path);
    if (meant === undefined || !(error instanceof Error)) return;
    const hint = `\nDid you mean to import ${JSON.stringify(meant)}?`;
    const { message, stack = '' } = error;
    error.message += hint;
    error.stack = stack.replace(message, () => message + hint);
  }

  #resolveImport(specifier: string, parent: string): Resolved {
    const builtin = this.#builtin(specifier);
    if (builtin) return builtin;
    if (specifier.startsWith('data:')) return { kind: 'data', url: specifier };
    const scheme = /^([a-z][a-z\d+.-]+:)/i.exec(specifier)?.[1];
    if (scheme !== undefined && scheme !== 'file:') {
      throw nodeError(
        'ERR_UNSUPPORTED_ESM_URL_SCHEME',
        `Only URLs with a scheme in: ${/^https?:/.test(scheme) ? 'file and data' : 'file, data, and node'} are supported by the default ESM loader. Received protocol '${scheme}'`,
      );
    }
    if (!isPathLike(specifier)) return this.#package(specifier, parent, 'import');
    if (parent.startsWith('data:') && scheme === undefined) {
      throw nodeError(
        'ERR_UNSUPPORTED_RESOLVE_REQUEST',
        `Failed to resolve module specifier "${specifier}" from "${parent}": Invalid relative URL or base scheme is not hierarchical.`,
        TypeError,
      );
    }
    const path = specifier.startsWith('file:')
      ? fileURLToPath(specifier)
      : resolvePath(parentPath(parent), decodeURIComponent(specifier.replace(/[?#].*$/, '')));
    return this.#importedFile(path, parent);
  }

  #importedFile(path: string, parent: string): Required {
    const type = this.#typeOf(path);
    if (type === 'file') return { kind: 'file', path };
    if (type === 'directory') {
      const message = `Directory import '${path}' is not supported resolving ES modules imported from ${parent}`;
      throw withUrl(nodeError('ERR_UNSUPPORTED_DIR_IMPORT', message), path);
    }
    const message = `Cannot find module '${path}' imported from ${parent}`;
    throw withUrl(nodeError('ERR_MODULE_NOT_FOUND', message), path);
  }

  /** @param parent path of the requiring file */
  resolveRequire(specifier: string, parent: string): Required {
    const builtin = this.#builtin(specifier);
    if (builtin) return builtin;
    if (isPathLike(specifier)) {
      const base = resolvePath(parentPath(parent), specifier);
      const found = this.#asFile(base) ?? this.#asDirectory(base);
      if (found) return { kind: 'file', path: found };
    } else {
      return this.#package(specifier, parent, 'require');
    }
    throw notFound(specifier, parent);
  }

  /** A bare specifier, or one of the package's own that begins with `#`. */
  #package(specifier: string, parent: string, condition: Condition): Required {
    if (specifier.startsWith('#')) {
      const target = this.#packages.resolveOwnImport(specifier, parent, condition);
      if ('path' in target) return { kind: 'file', path: target.path };
      return this.#builtin(target.specifier) ?? this.#package(target.specifier, parent, condition);
    }
    const found = this.#packages.resolve(specifier, parent, condition);
    if (found?.isComplete) {
      if (condition === 'import') return this.#importedFile(found.path, parent);
      if (this.#typeOf(found.path) === 'file') return { kind: 'file', path: found.path };
    } else if (found) {
      const isMain =
        found.path === found.manifest?.directory ||
        !specifier.replace(/^@[^/]*\//, '').includes('/');
      if (condition === 'import' && !isMain) return this.#importedFile(found.path, parent);
      const path = this.#asFile(found.path) ?? this.#asDirectory(found.path, found.manifest);
      if (path !== undefined) return { kind: 'file', path };
    }
    if (condition === 'require') throw notFound(specifier, parent);
    throw nodeError(
      'ERR_MODULE_NOT_FOUND',
      `Cannot find package '${packageName(specifier)}' imported from ${parent}`,
    );
  }

  /**
   * The file that `node path` runs: it is looked for as `require` does.
   * @throws `MODULE_NOT_FOUND` when there is no program at `path`
   */
  requireMain(path: string): string {
    const found = this.#asFile(path) ?? this.#asDirectory(path);
    if (found !== undefined) return found;
    throw Object.assign(nodeError('MODULE_NOT_FOUND', `Cannot find module '${path}'`), {
      requireStack: [],
    });
  }

  /** The `type` of the nearest package.json above `path`. */
  packageType(path: string): 'module' | 'commonjs' | undefined {
    const type = this.#packages.scopeOf(path)?.type;
    return type === 'module' || type === 'commonjs' ? type : undefined;
  }

  /** The package.json by which the file at `path` is an ES module. */
  declarationOf(path: string): string | undefined {
    const scope = this.#packages.scopeOf(path);
    return scope?.type === 'module' ? `${scope.directory}/package.json` : undefined;
  }

  isBuiltin(specifier: string): boolean {
    const name = specifier.replace(/^node:/, '');
    return this.#builtins.has(name) && (name !== specifier || !needsScheme(name));
  }

  #builtin(specifier: string): Required | undefined {
    const hasScheme = specifier.startsWith('node:');
    const name = hasScheme ? specifier.slice('node:'.length) : specifier;
    const isKnown = this.#builtins.has(name) && (hasScheme || !needsScheme(name));
    if (isKnown) return { kind: 'builtin', name };
    const why = whyAbsent(name, hasScheme);
    if (!hasScheme && why === undefined) return undefined;
    const hint = why === undefined ? '' : ` (Node has it; the embedded engine does not: ${why})`;
    throw nodeError('ERR_UNKNOWN_BUILTIN_MODULE', `No such built-in module: node:${name}${hint}`);
  }

  #typeOf(path: string): StatAnswer['type'] | undefined {
    try {
      return (this.#system.call({ op: 'stat', path }) as StatAnswer).type;
    } catch (error) {
      if (error instanceof SystemError) return undefined;
      throw error;
    }
  }

  #asFile(base: string): string | undefined {
    return [base, `${base}.js`, `${base}.json`, `${base}.ts`].find(
      (path) => this.#typeOf(path) === 'file',
    );
  }

  /** The package's `main`, else its index. */
  #asDirectory(base: string, known?: Manifest): string | undefined {
    if (this.#typeOf(base) !== 'directory') return undefined;
    const { main } = known ?? this.#packages.manifestIn(base) ?? {};
    const target = typeof main === 'string' ? resolvePath(base, main) : undefined;
    const found = target && (this.#asFile(target) ?? this.#asFile(`${target}/index`));
    return found ?? this.#asFile(`${base}/index`);
  }
}

/** Not assigned: a program may have set a trap on the prototype. */
function withUrl(error: Error, path: string): Error {
  const value = sourceUrl(path);
  return Object.defineProperty(error, 'url', {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}

function notFound(specifier: string, parent: string): Error {
  const error = nodeError(
    'MODULE_NOT_FOUND',
    `Cannot find module '${specifier}'\nRequire stack:\n- ${parent}`,
  );
  return Object.assign(error, { requireStack: [parent] });
}

function isPathLike(specifier: string): boolean {
  return /^(\.{0,2}\/|file:)/.test(specifier) || specifier === '.' || specifier === '..';
}

function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
