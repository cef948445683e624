/** `node:module`, as far as a program's own loading goes; hooks into loading are declined. */
import { needsScheme, withDeclined } from '../../node/internal/declined.ts';
import { invalidArgType, invalidArgValue } from '../../node/internal/errors.ts';
import { fileURLToPath } from '../../node/url.ts';

export interface NodeModuleOptions {
  /** Names of the built-in modules, without `node:`. */
  builtins: () => Iterable<string>;
  /** Brings the namespaces of the built-in modules up to date. */
  sync: () => void;
  /** `require` as the file at `path` has it. */
  createRequire: (path: string) => unknown;
}

export function createNodeModule({ builtins, sync, createRequire }: NodeModuleOptions): object {
  const builtinModules = (): string[] =>
    [...builtins()].map((name) => (needsScheme(name) ? `node:${name}` : name)).sort();
  const names = (hasScheme: boolean): string[] =>
    [...builtins()]
      .filter((name) => hasScheme || !needsScheme(name))
      .map((name) => (hasScheme ? `node:${name}` : name));
  const isBuiltin = (name: unknown): boolean =>
    typeof name === 'string' && names(name.startsWith('node:')).includes(name);
  const Module = Object.assign(
    function Module(this: { id: string; exports: object }, id = ''): void {
      this.id = id;
      this.exports = {};
    },
    {
      isBuiltin,
      syncBuiltinESMExports: (): void => sync(),
      createRequire(filename: unknown): unknown {
        const isUrl = filename instanceof URL || String(filename).startsWith('file:');
        if (typeof filename !== 'string' && !isUrl) {
          throw invalidArgType('filename', ['string', 'URL'], filename);
        }
        const path = isUrl ? fileURLToPath(filename as string | URL) : (filename as string);
        if (!path.startsWith('/')) {
          const reason = 'must be a file URL object, file URL string, or absolute path string';
          throw invalidArgValue('filename', filename, reason);
        }
        return createRequire(path);
      },
    },
  );
  Object.defineProperty(Module.prototype, 'require', {
    value(this: { filename?: string }, id: string): unknown {
      return (createRequire(this.filename ?? '/') as (id: string) => unknown)(id);
    },
    writable: true,
    configurable: true,
  });
  Object.defineProperty(Module, 'builtinModules', { get: builtinModules, enumerable: true });
  Object.defineProperty(Module, 'Module', { value: Module, enumerable: true });
  return withDeclined('module', Module);
}
