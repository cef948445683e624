/** CommonJS modules. Follows "Modules: CommonJS modules" of Node's documentation. */
import type { TracingChannel } from '../../node/diagnostics_channel.ts';
import { invalidArgValue } from '../../node/internal/errors.ts';
import type { ModuleTable } from '../../node/internal/module-table.ts';
import { validateString } from '../../node/internal/validators.ts';
import { parentPath } from '../../shared/paths.ts';
import type { Importable, ModuleContext, ModuleNamespace } from './es-module.ts';
import type { Resolver } from './resolve.ts';
import { evaluate, type LoadedSource, sourceUrl } from './source.ts';

export interface CommonJsOptions {
  resolver: Resolver;
  builtins: ModuleTable;
  load: (path: string) => LoadedSource;
  readText: (path: string) => string;
  formatOf: (path: string) => 'module' | 'commonjs' | 'json';
  /** `require` of an ES module. */
  requireModule: (path: string, parent?: string) => unknown;
  context: (path: string) => Omit<ModuleContext, 'x'>;
  /** The channel that is told of each `require`, if somebody listens. */
  tracing: () => TracingChannel | undefined;
}

interface Require {
  (specifier: string): unknown;
  resolve: (specifier: string) => string;
  cache: Record<string, CommonJsModule>;
  main: CommonJsModule | undefined;
}

type Wrapper = (
  this: unknown,
  exports: unknown,
  require: Require,
  module: CommonJsModule,
  filename: string,
  dirname: string,
  context: object,
) => void;

class CommonJsModule {
  exports: unknown = {};
  readonly id: string;
  readonly filename: string;
  readonly path: string;
  readonly children: CommonJsModule[] = [];
  readonly paths: string[];
  loaded = false;
  declare require: Require;
  declare readonly parent: CommonJsModule | null | undefined;

  constructor(filename: string, isMain: boolean, parent?: CommonJsModule | null) {
    this.id = isMain ? '.' : filename;
    this.filename = filename;
    this.path = parentPath(filename);
    this.paths = packageFolders(this.path);
    Object.defineProperty(this, 'parent', { value: parent, writable: true, configurable: true });
  }
}

export class CommonJsLoader {
  readonly #options: CommonJsOptions;
  readonly #cache: Record<string, CommonJsModule> = Object.create(null) as never;
  /** What modules exported when they had run: `import` sees nothing of what is assigned later. */
  readonly #ran = new WeakMap<CommonJsModule, unknown>();
  #main: CommonJsModule | undefined;

  constructor(options: CommonJsOptions) {
    this.#options = options;
  }

  runMain(path: string): void {
    const module = new CommonJsModule(path, true, null);
    this.#main = module;
    this.#cache[path] = module;
    this.#run(module, this.#options.load(path));
  }

  /** @param place where it looks for other modules from */
  runText(source: LoadedSource, place: string): void {
    const module = new CommonJsModule(source.path, true);
    const require = this.#requireOf(module, place);
    const { exports, filename } = module;
    Object.assign(globalThis, { require, module, exports, __filename: filename, __dirname: '.' });
    this.#run(module, asScript(source), place, globalThis);
  }

  /** The exports of the file at `path`, which is run on first use. */
  require(path: string, parent?: CommonJsModule): unknown {
    const known = this.#cache[path];
    if (known) return known.exports;
    const format = this.#options.formatOf(path);
    if (format === 'module') return this.#options.requireModule(path, parent?.filename);
    const module = new CommonJsModule(path, false, parent);
    this.#cache[path] = module;
    parent?.children.push(module);
    try {
      if (format === 'json') module.exports = parseJson(path, this.#options.readText(path));
      else this.#run(module, this.#options.load(path));
    } catch (error) {
      delete this.#cache[path];
      throw error;
    }
    return module.exports;
  }

  /** The module as `import` sees it: `default` is `module.exports`. */
  asImportable(path: string): Importable {
    const namespace = Object.create(null) as ModuleNamespace;
    const isLoading = (): boolean => this.#cache[path]?.loaded === false;
    return {
      get isEvaluating() {
        return isLoading();
      },
      namespace,
      exportNames: () => undefined,
      isAsync: () => false,
      instantiate: () => undefined,
      link: () => undefined,
      evaluate: () => {
        if (Object.hasOwn(namespace, 'default')) return undefined;
        const current = this.require(path);
        const module = this.#cache[path];
        const exports = module && this.#ran.has(module) ? this.#ran.get(module) : current;
        const named = exports !== null && typeof exports === 'object' ? exports : {};
        Object.assign(namespace, named, { default: exports, 'module.exports': exports });
        return undefined;
      },
    };
  }

  /** `require` as the file at `path` has it, whether or not there is one. */
  createRequire(path: string): Require {
    return this.#requireOf(new CommonJsModule(path, false));
  }

  #run(
    module: CommonJsModule,
    source: LoadedSource,
    place = module.filename,
    self: unknown = module.exports,
  ): void {
    const require = this.#requireOf(module, place);
    Object.defineProperty(module, 'require', {
      value: require,
      writable: true,
      configurable: true,
    });
    const url = sourceUrl(source.path);
    const wrapper = evaluate<Wrapper>(source.compiled.code, url);
    const context = this.#options.context(place);
    const { exports, filename, path } = module;
    wrapper.call(self, exports, require, module, filename, path, context);
    module.loaded = true;
    this.#ran.set(module, module.exports);
  }

  #requireOf(module: CommonJsModule, place = module.filename): Require {
    const { resolver, builtins } = this.#options;
    const resolve = (specifier: string): string => {
      const target = resolver.resolveRequire(specifier, place);
      return target.kind === 'builtin' ? specifier : target.path;
    };
    const require = (specifier: string): unknown => {
      validateString(specifier, 'id');
      if (specifier === '') {
        throw invalidArgValue('id', specifier, 'must be a non-empty string');
      }
      const load = (): unknown => {
        const target = resolver.resolveRequire(specifier, place);
        if (target.kind === 'builtin') return builtins.get(target.name);
        return this.require(target.path, module);
      };
      const tracing = this.#options.tracing();
      if (!tracing) return load();
      return tracing.traceSync(load, { id: specifier, parentFilename: module.filename });
    };
    const paths = (specifier: string): string[] | null => {
      if (resolver.isBuiltin(specifier)) return null;
      return /^\.\.?(?:\/|$)/.test(specifier) ? [module.path] : [...module.paths];
    };
    Object.assign(resolve, { paths });
    return Object.assign(require, { resolve, cache: this.#cache, main: this.#main });
  }
}

/**
 * Text that is in no file is a script in Node: it finds `require` and its like as globals, which it
 * may declare anew. The parameters of the wrapper get other names of the same length, for stack
 * traces count columns.
 */
function asScript(source: LoadedSource): LoadedSource {
  const { compiled } = source;
  const code = compiled.code.replace(
    '(function(exports,require,module,__filename,__dirname,',
    '(function($xports,$equire,$odule,$$filename,$$dirname,',
  );
  return { ...source, compiled: { ...compiled, code } };
}

/** Where packages are looked for, from `folder` upwards. */
function packageFolders(folder: string): string[] {
  const parts = folder.split('/').filter(Boolean);
  const folders = [...parts.keys(), parts.length]
    .reverse()
    .map((count) => `/${parts.slice(0, count).join('/')}`)
    .filter((each) => !each.endsWith('/node_modules'));
  return folders.map((each) => `${each === '/' ? '' : each}/node_modules`);
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch (error) {
    if (error instanceof Error) error.message = `${path}: ${error.message}`;
    throw error;
  }
}
