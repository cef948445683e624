/** Loads programs: ES modules and CommonJS, from the run's files and from the built-in modules. */
import type { TracingChannel } from '../../node/diagnostics_channel.ts';
import type { EventEmitter } from '../../node/events.ts';
import type { AsyncContext } from '../../node/internal/async-context.ts';
import { nodeError } from '../../node/internal/errors.ts';
import type { ModuleTable } from '../../node/internal/module-table.ts';
import type { System } from '../../node/internal/system.ts';
import { SafeMap } from '../../shared/intrinsics.ts';
import { baseName, parentPath, resolvePath } from '../../shared/paths.ts';
import { foreignEngine } from '../foreign-engine.ts';
import { CommonJsLoader } from './commonjs.ts';
import {
  EsModule,
  type Importable,
  type ModuleContext,
  type ModuleNamespace,
  SyntheticModule,
} from './es-module.ts';
import { createNodeModule } from './node-module.ts';
import { markPlace } from './place.ts';
import { type Resolved, Resolver } from './resolve.ts';
import { type LoadedSource, Sources, sourceUrl } from './source.ts';

export interface LoaderOptions {
  system: System;
  context: AsyncContext;
  builtins: ModuleTable;
}

type Format = 'module' | 'commonjs' | 'json';

export class Loader {
  readonly sources: Sources;
  readonly #context: AsyncContext;
  readonly #builtins: ModuleTable;
  readonly #resolver: Resolver;
  readonly #commonjs: CommonJsLoader;
  readonly #modules = new SafeMap<string, Importable>();
  readonly #required = new WeakMap<ModuleNamespace, object>();
  readonly #targets = new SafeMap<string, Resolved>();
  /** The file that first required an ES module: Node names it where a cycle leads back to that. */
  readonly #requirers = new WeakMap<Importable, string>();
  #mainPath: string | undefined;

  constructor({ system, context, builtins }: LoaderOptions) {
    this.sources = new Sources(system);
    this.#context = context;
    const nodeModule = createNodeModule({
      builtins: () => builtins.names(),
      sync: () => {
        for (const [key, module] of this.#modules) {
          if (key.startsWith('node:') && module instanceof SyntheticModule) module.sync();
        }
      },
      createRequire: (path) => this.#commonjs.createRequire(path),
    });
    builtins.add('module', () => nodeModule);
    this.#builtins = builtins;
    this.#resolver = new Resolver(system, this.#builtins);
    this.#commonjs = new CommonJsLoader({
      resolver: this.#resolver,
      builtins: this.#builtins,
      load: (path) => this.#loadScript(path),
      readText: (path) => this.sources.readText(path),
      formatOf: (path) => this.#formatOf(path),
      requireModule: (path, parent) => this.#requireModule(path, parent),
      context: (path) => this.#moduleContext(path),
      tracing: () => this.#tracing('module.require'),
    });
  }

  /**
   * Runs the program at `path`.
   * @returns for an ES module, what its evaluation comes to; CommonJS throws what it throws
   */
  runMain(path: string): Promise<void> | undefined {
    if (path.startsWith('data:')) {
      this.#mainPath = path;
      return this.#startModule(() => this.#data(path));
    }
    return this.#runFile(this.#resolver.requireMain(path));
  }

  #runFile(path: string): Promise<void> | undefined {
    this.#mainPath = path;
    if (this.#formatOf(path) === 'module') return this.#startModule(() => this.#importable(path));
    this.#commonjs.runMain(path);
    return undefined;
  }

  /** In a microtask, as in Node: what the module puts off to a tick comes after its microtasks. */
  async #startModule(open: () => Importable): Promise<void> {
    await undefined;
    await this.#evaluate(open());
  }

  /** Runs source text that is in no file, but as if it were in `folder`. */
  runText(
    text: string,
    name: string,
    folder: string,
    format?: 'module' | 'commonjs',
  ): Promise<void> | undefined {
    const place = resolvePath(folder, name);
    const asModule = (): LoadedSource => this.sources.compile(text, numbered(place), 'module');
    const source =
      format === 'module' ? asModule() : this.#compileScript(text, name, format ?? asModule);
    if (source.compiled.format === 'module') {
      this.#mainPath = source.path;
      return this.#startModule(() => this.#openModule(source, ''));
    }
    this.#commonjs.runText(source, place);
    return undefined;
  }

  /** A script if the text can be one, else an ES module where that is left open. */
  #compileScript(
    text: string,
    name: string,
    otherwise: 'commonjs' | (() => LoadedSource),
  ): LoadedSource {
    try {
      return this.sources.compile(text, name, 'commonjs');
    } catch (error) {
      if (otherwise === 'commonjs' || !(error instanceof SyntaxError)) throw error;
      try {
        return otherwise();
      } catch {
        // It is neither; what is wrong with it as a script is what Node tells.
        throw error;
      }
    }
  }

  /** A script that is an ES module by its text gets Node's advice beside the error. */
  #loadScript(path: string): LoadedSource {
    try {
      return this.sources.load(path, 'commonjs');
    } catch (error) {
      if (error instanceof SyntaxError && moduleOnly.test(error.message)) {
        const text = `Failed to load the ES module: ${path}. Make sure to set "type": "module" in the nearest package.json file or use the .mjs extension.`;
        const process = this.#builtins.get('process') as EventEmitter;
        process.emit('warning', Object.assign(new Error(text), { name: 'Warning' }));
      }
      throw error;
    }
  }

  /** Loads what `--require` names, as if a file in `folder` did. */
  requireFrom(specifier: string, folder: string): void {
    this.#commonjs.createRequire(resolvePath(folder, '[preload]'))(specifier);
  }

  /** @param parent path of the importing file */
  async import(specifier: unknown, parent: string, options?: unknown): Promise<unknown> {
    const tracing = this.#tracing('module.import');
    if (!tracing) return this.#import(specifier, parent, options);
    const context = { parentURL: sourceUrl(parent), url: String(specifier) };
    return tracing.tracePromise(() => this.#import(specifier, parent, options), context);
  }

  /** The channel of `diagnostics_channel`, where the program has subscribed to it. */
  #tracing(name: string): TracingChannel | undefined {
    const diagnostics = this.#builtins.made('diagnostics_channel') as
      | { tracingChannel(name: string): TracingChannel }
      | undefined;
    const tracing = diagnostics?.tracingChannel(name);
    return tracing?.hasSubscribers ? tracing : undefined;
  }

  async #import(specifier: unknown, parent: string, options: unknown): Promise<unknown> {
    const module = this.#resolve(String(specifier), parent, attributesOf(options));
    await this.#evaluate(module);
    return module.namespace;
  }

  #evaluate(module: Importable): Promise<void> | undefined {
    module.instantiate();
    module.link();
    return module.evaluate();
  }

  #requireModule(path: string, parent?: string): unknown {
    const module = this.#importable(path);
    if (module.isEvaluating) {
      const what = `require() ES Module ${path}`;
      const requirer = this.#requirers.get(module);
      if (requirer !== undefined) throw cycleError(what, requirer);
      throw cycleError(what, parent, CYCLE_REASON);
    }
    if (parent !== undefined && !this.#requirers.has(module)) this.#requirers.set(module, parent);
    const cycle = module.findCycle?.();
    if (cycle) {
      const kind = cycle.isCommonJs ? 'CommonJS Module' : 'Module';
      throw cycleError(`import ${kind} ${cycle.specifier}`, cycle.from);
    }
    if (module.isAsync()) {
      throw nodeError(
        'ERR_REQUIRE_ASYNC_MODULE',
        'require() cannot be used on an ESM graph with top-level await. Use import() instead. To see where the top-level await comes from, use --experimental-print-required-tla.',
      );
    }
    void this.#evaluate(module);
    return this.#asRequired(module.namespace);
  }

  /** What `require` gives of an ES module: see "Loading ECMAScript modules using require()". */
  #asRequired(namespace: ModuleNamespace): unknown {
    if ('module.exports' in namespace) return namespace['module.exports'];
    if (!('default' in namespace) || '__esModule' in namespace) return namespace;
    const known = this.#required.get(namespace);
    if (known) return known;
    const marked = Object.create(null, {
      ...Object.getOwnPropertyDescriptors(namespace),
      __esModule: { value: true, enumerable: true },
    }) as object;
    this.#required.set(namespace, marked);
    return marked;
  }

  #resolve(
    specifier: string,
    parent: string,
    attributes: Record<string, unknown> = {},
  ): Importable {
    const target = this.#target(specifier, parent);
    checkAttributeNames(attributes);
    if (target.kind === 'data') checkDataType(target.url);
    checkAttributeType(attributes);
    if (target.kind === 'builtin') return this.#builtin(target.name);
    if (target.kind === 'data') return this.#data(target.url, attributes);
    const isJson = attributes.type === 'json';
    if (target.path.endsWith('.json') !== isJson) {
      const [code, message] = isJson
        ? [
            'ERR_IMPORT_ATTRIBUTE_TYPE_INCOMPATIBLE',
            `Module "${sourceUrl(target.path)}" is not of type "json"`,
          ]
        : [
            'ERR_IMPORT_ATTRIBUTE_MISSING',
            `Module "${sourceUrl(target.path)}" needs an import attribute of "type: json"`,
          ];
      throw nodeError(code, message, TypeError);
    }
    // A query or a fragment makes another module of the same file.
    return this.#importable(target.path, /[?#].*$/s.exec(specifier)?.[0]);
  }

  /** What a file has once imported it gets again, even if the file has gone since. */
  #target(specifier: string, parent: string): Resolved {
    const key = `${parent}\0${specifier}`;
    const known = this.#targets.get(key);
    if (known) return known;
    const target = this.#resolver.resolveImport(specifier, parent);
    this.#targets.set(key, target);
    return target;
  }

  /** Modules in the text of a `data:` URL. */
  #data(url: string, attributes: Record<string, unknown> = {}): Importable {
    const { type, text } = readDataUrl(url);
    if (type === 'application/json') {
      if (attributes.type !== 'json') throw missingAttribute(url);
      return this.#remember(`json ${url}`, () => new SyntheticModule(JSON.parse(text), {}));
    }
    checkDataType(url);
    if (attributes.type !== undefined) {
      throw nodeError(
        'ERR_IMPORT_ATTRIBUTE_TYPE_INCOMPATIBLE',
        `Module "${url}" is not of type "${String(attributes.type)}"`,
        TypeError,
      );
    }
    return this.#remember(url, () =>
      this.#openModule(this.sources.compile(text, url, 'module'), ''),
    );
  }

  #builtin(name: string): Importable {
    return this.#remember(`node:${name}`, () => {
      const exports = this.#builtins.get(name) ?? {};
      return new SyntheticModule(exports, exports);
    });
  }

  #importable(path: string, query = ''): Importable {
    return this.#remember(path + query, () => this.#open(path, query));
  }

  #remember(key: string, open: () => Importable): Importable {
    const known = this.#modules.get(key);
    if (known) return known;
    const module = open();
    this.#modules.set(key, module);
    return module;
  }

  #open(path: string, query: string): Importable {
    const format = this.#formatOf(path);
    if (format === 'module') {
      return this.#openModule(this.sources.load(path, 'module'), query);
    }
    if (format === 'json') return new SyntheticModule(this.#commonjs.require(path), {});
    return this.#commonjs.asImportable(path);
  }

  #openModule(source: LoadedSource, query: string): EsModule {
    // Resolved after the module is known, so that a cycle finds it.
    let dependencies: Importable[] | undefined;
    const resolveAll = (): Importable[] =>
      source.compiled.requests.map(({ specifier, attributes, line, column }) => {
        try {
          return this.#resolve(specifier, source.path, attributes);
        } catch (error) {
          if (error instanceof Error) markPlace(error, { path: source.path, line, column });
          throw error;
        }
      });
    return new EsModule({
      source,
      declaredIn: source.path.endsWith('.js')
        ? this.#resolver.declarationOf(source.path)
        : undefined,
      dependencies: () => {
        dependencies ??= resolveAll();
        return dependencies;
      },
      context: this.#moduleContext(source.path, query),
    });
  }

  #moduleContext(path: string, query = ''): Omit<ModuleContext, 'x'> {
    return {
      i: (specifier, options) => this.import(specifier, path, options),
      s: this.#context.save,
      r: this.#context.restore,
      t: this.#context.carry,
      q: this.#context.resume,
      it: this.#context.iterate,
      c: noteCaught,
      u: foreignEngine?.openScope,
      meta: this.#metaOf(path, query),
    };
  }

  #metaOf(path: string, query: string): object {
    return Object.assign(Object.create(null) as object, {
      ...(!path.startsWith('data:') && { dirname: parentPath(path), filename: path }),
      main: path === this.#mainPath,
      resolve: (specifier: string) => {
        const target = this.#resolver.resolveImport(specifier, path);
        if (target.kind === 'data') return target.url;
        return target.kind === 'builtin' ? `node:${target.name}` : sourceUrl(target.path);
      },
      url: sourceUrl(path) + query,
    });
  }

  #formatOf(path: string): Format {
    if (path.endsWith('.json')) return 'json';
    if (/\.m[jt]s$/.test(path)) return 'module';
    if (/\.c[jt]s$/.test(path)) return 'commonjs';
    if (!/\.[jt]s$/.test(path) && baseName(path).includes('.')) {
      const extension = baseName(path).slice(baseName(path).lastIndexOf('.'));
      throw nodeError(
        'ERR_UNKNOWN_FILE_EXTENSION',
        `Unknown file extension "${extension}" for ${path}`,
        TypeError,
      );
    }
    return this.#resolver.packageType(path) ?? this.sources.load(path).compiled.format;
  }
}

/** What V8 says of a script with syntax that only ES modules have. */
const moduleOnly =
  /^(?:Cannot use import statement outside|Unexpected token 'export'|Cannot use 'import.meta' outside|await is only valid in async functions and)/;

/** Compiled code tells what its `catch` clauses catch: elsewhere than in V8 it is mended there. */
const noteCaught = foreignEngine?.adopt ?? (() => undefined);

const CYCLE_REASON =
  ' A cycle involving require(esm) is not allowed to maintain invariants mandated by the ECMAScript specification. Try making at least part of the dependency in the graph lazily loaded.';

/** `[eval1]`: modules of text that is in no file are numbered. */
function numbered(place: string): string {
  return place.endsWith(']') ? `${place.slice(0, -1)}1]` : `${place}1`;
}

/** @param reason which Node gives where the module was imported, not required */
function cycleError(what: string, from: string | undefined, reason = ''): Error {
  const where = from === undefined ? '' : ` (from ${from})`;
  return nodeError('ERR_REQUIRE_CYCLE_MODULE', `Cannot ${what} in a cycle.${where}${reason}`);
}

function checkAttributeNames(attributes: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (name !== 'type') throw unsupportedAttribute(name, value);
  }
}

/** `type` has one value that is known. */
function checkAttributeType({ type }: Record<string, unknown>): void {
  if (type !== undefined && type !== 'json') throw unsupportedAttribute('type', type);
}

function unsupportedAttribute(name: string, value: unknown): Error {
  return nodeError(
    'ERR_IMPORT_ATTRIBUTE_UNSUPPORTED',
    `Import attribute "${name}" with value "${String(value)}" is not supported`,
    TypeError,
  );
}

function checkDataType(url: string): void {
  const { type } = readDataUrl(url);
  if (type === 'text/javascript' || type === 'application/json') return;
  const message = `Unknown module format: ${type} for URL ${url}`;
  throw nodeError('ERR_UNKNOWN_MODULE_FORMAT', message, RangeError);
}

function missingAttribute(url: string): Error {
  const message = `Module "${url}" needs an import attribute of "type: json"`;
  return nodeError('ERR_IMPORT_ATTRIBUTE_MISSING', message, TypeError);
}

/** @throws `ERR_INVALID_URL` */
function readDataUrl(url: string): { type: string; text: string } {
  const match = /^data:([^,;]*)((?:;[^,]*)?),(.*)$/s.exec(url.replace(/#.*$/s, ''));
  const [, type = '', parameters = '', body = ''] = match ?? [];
  if (!match)
    throw Object.assign(nodeError('ERR_INVALID_URL', 'Invalid URL', TypeError), { input: url });
  if (!/;\s*base64$/.test(parameters)) return { type, text: decodeURIComponent(body) };
  const bytes = Uint8Array.from(atob(decodeURIComponent(body)), (each) => each.charCodeAt(0));
  return { type, text: new TextDecoder().decode(bytes) };
}

function attributesOf(options: unknown): Record<string, unknown> {
  const attributes: unknown =
    options !== null && typeof options === 'object' ? Reflect.get(options, 'with') : undefined;
  return (attributes as Record<string, unknown> | undefined) ?? {};
}
