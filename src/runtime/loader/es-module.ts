/**
 * One ES module: its namespace, its links and its evaluation, after "Cyclic Module Records" of
 * ECMA-262. The compiled code is a generator, so that instantiation (functions hoist, exports
 * register) and evaluation are two steps and cycles and dead zones behave as specified.
 */
import type { CompiledModule } from '../compile/compiled-module.ts';
import { foreignEngine } from '../foreign-engine.ts';
import { markPlace } from './place.ts';
import { evaluate, type LoadedSource, sourceUrl } from './source.ts';

export interface ModuleNamespace {
  readonly [name: string]: unknown;
}

/** Anything that can be imported. */
export interface Importable {
  readonly namespace: ModuleNamespace;
  /** Names that it exports, or undefined if they are known only after evaluation (CommonJS). */
  exportNames(seen?: Set<Importable>): Set<string> | undefined;
  /** Where the export `name` comes from; only ES modules pass on what they do not have. */
  originOf?(name: string, seen?: Set<Importable>): Origin | 'conflict';
  instantiate(): void;
  /** Defines the namespace; the modules it depends on are instantiated by then. */
  link(): void;
  /** Undefined when it is done; a promise when it has to wait. Throws what the module throws. */
  evaluate(): Promise<void> | undefined;
  /** Whether evaluating it or what it imports waits for a promise. */
  isAsync(seen?: Set<Importable>): boolean;
  /** It has begun to run and has not ended. */
  readonly isEvaluating?: boolean;
  findCycle?(seen?: Set<Importable>): Cycle | undefined;
}

/** An import that leads back to a module which is being evaluated. */
export interface Cycle {
  specifier: string;
  /** Path of the module that imports. */
  from: string;
  isCommonJs: boolean;
}

/** The module that has an export, and its name there: ResolvedBinding of ECMA-262. */
interface Origin {
  module: Importable;
  name: string;
}

type Request = CompiledModule['requests'][number];
type Getters = Record<string, () => unknown>;
type Body = Generator<undefined, void> | AsyncGenerator<undefined, void>;

/** What the compiled code of a module is given: see the compiler's `modules.ts`. */
export interface ModuleContext {
  x(getters: Getters): void;
  i(specifier: unknown, options?: unknown): Promise<unknown>;
  s(value: unknown, suspension: object): unknown;
  r(value: unknown, suspension: object): unknown;
  t(value: unknown): unknown;
  q(suspension: object): void;
  it(suspension: object, iterable: unknown): unknown;
  c(caught: unknown): void;
  u: (() => object) | undefined;
  meta?: object;
}

export interface EsModuleOptions {
  source: LoadedSource;
  /** By index of `compiled.requests`. */
  dependencies: () => readonly Importable[];
  /** The package.json that makes it an ES module, if one does. */
  declaredIn: string | undefined;
  context: Omit<ModuleContext, 'x'>;
}

export class EsModule implements Importable {
  readonly namespace = Object.create(null) as ModuleNamespace;
  readonly path: string;
  readonly #compiled: CompiledModule;
  readonly #text: string;
  readonly #dependencies: () => readonly Importable[];
  readonly #context: ModuleContext;
  readonly #declaredIn: string | undefined;
  #getters: Getters = {};
  #body: Body | undefined;
  #state: 'new' | 'instantiated' | 'linked' | 'evaluating' | 'evaluated' = 'new';
  #failure: { error: unknown } | undefined;
  #promise: Promise<void> | undefined;

  constructor({ source, dependencies, declaredIn, context }: EsModuleOptions) {
    this.#declaredIn = declaredIn;
    this.path = source.path;
    this.#compiled = source.compiled;
    this.#text = source.text;
    this.#dependencies = dependencies;
    this.#context = {
      ...context,
      x: (getters) => {
        this.#getters = getters;
      },
    };
  }

  exportNames(seen: Set<Importable> = new Set()): Set<string> | undefined {
    const { local, indirect, star } = this.#compiled.exports;
    const names = new Set([...local, ...indirect.map((each) => each.name)]);
    if (seen.has(this)) return names;
    seen.add(this);
    for (const index of star) {
      for (const name of this.#dependency(index).exportNames(seen) ?? []) {
        if (name !== 'default') names.add(name);
      }
    }
    return names;
  }

  originOf(name: string, seen: Set<Importable> = new Set()): Origin | 'conflict' {
    const own = { module: this, name };
    const { local, indirect, star } = this.#compiled.exports;
    if (local.includes(name) || seen.has(this)) return own;
    seen.add(this);
    const found = indirect.find((each) => each.name === name);
    if (found) return originIn(this.#dependency(found.request), found.imported, seen);
    const origins = star
      .map((index) => this.#dependency(index))
      .filter((each) => each.exportNames()?.has(name))
      .map((each) => originIn(each, name, seen));
    const [first = own] = origins;
    return origins.every((each) => isSame(each, first)) ? first : 'conflict';
  }

  isAsync(seen: Set<Importable> = new Set()): boolean {
    if (seen.has(this)) return false;
    seen.add(this);
    return this.#compiled.async || this.#dependencies().some((each) => each.isAsync(seen));
  }

  instantiate(): void {
    if (this.#state !== 'new') return;
    this.#state = 'instantiated';
    for (const dependency of this.#dependencies()) dependency.instantiate();
    const factory = evaluate<(...args: unknown[]) => Body>(
      this.#compiled.code,
      sourceUrl(this.path),
    );
    const namespaces = this.#dependencies().map((each) => each.namespace);
    this.#body = factory.call(undefined, this.#context, ...namespaces);
    // An async generator runs to its first `yield` at once too; its promise tells nothing.
    void this.#body.next();
  }

  link(): void {
    if (this.#state !== 'instantiated') return;
    this.#state = 'linked';
    for (const dependency of this.#dependencies()) dependency.link();
    this.#checkImports();
    for (const name of [...(this.exportNames() ?? [])].sort()) {
      // A name that two stars export from different places is not exported.
      const get = this.originOf(name) === 'conflict' ? undefined : this.#getterOf(name);
      if (get) Object.defineProperty(this.namespace, name, { get, enumerable: true });
    }
    Object.defineProperty(this.namespace, Symbol.toStringTag, { value: 'Module' });
    Object.preventExtensions(this.namespace);
  }

  evaluate(): Promise<void> | undefined {
    if (this.#failure) throw this.#failure.error;
    if (this.#state === 'evaluating' || this.#state === 'evaluated') return this.#promise;
    this.#state = 'evaluating';
    try {
      const waits = this.#dependencies().map((each) => each.evaluate());
      const pending = waits.filter((each) => each !== undefined);
      if (pending.length === 0 && !this.#compiled.async) this.#runBody();
      else this.#promise = this.#runBodyAfter(pending);
      this.#state = 'evaluated';
      return this.#promise;
    } catch (error) {
      this.#failure = { error };
      this.#state = 'evaluated';
      throw error;
    }
  }

  get isEvaluating(): boolean {
    return this.#state === 'evaluating';
  }

  /** What `require` of this module would have to wait for, which waits for it. */
  findCycle(seen: Set<Importable> = new Set()): Cycle | undefined {
    if (seen.has(this) || this.#state === 'evaluated') return undefined;
    seen.add(this);
    for (const [index, { specifier }] of this.#compiled.requests.entries()) {
      const dependency = this.#dependency(index);
      if (dependency.isEvaluating) {
        return { specifier, from: this.path, isCommonJs: !(dependency instanceof EsModule) };
      }
      const further = dependency.findCycle?.(seen);
      if (further) return further;
    }
    return undefined;
  }

  async #runBodyAfter(pending: readonly Promise<void>[]): Promise<void> {
    if (pending.length > 0) await Promise.all(pending);
    try {
      await this.#runBody();
    } catch (error) {
      throw explained(error, this.#declaredIn);
    }
  }

  #runBody(): unknown {
    this.#checkCommonJsImports();
    try {
      return this.#body?.next();
    } catch (error) {
      throw explained(error, this.#declaredIn);
    }
  }

  /** Their names are known only now; Node reads them beforehand, from the text, and misses some. */
  #checkCommonJsImports(): void {
    for (const { request, name } of this.#compiled.imports) {
      const dependency = this.#dependency(request);
      const { namespace } = dependency;
      const isKnown = dependency.exportNames() !== undefined || !('default' in namespace);
      if (isKnown || name === '*' || name in namespace) continue;
      const { specifier, line, column } = this.#compiled.requests[request] as Request;
      const braces = /\{.*\}/.exec(this.#text.split('\n')[line - 1] ?? '')?.[0];
      const unpacking = braces ? `const ${braces.replace(/\s+as\s+/g, ': ')} = pkg;\n` : '';
      const error = new SyntaxError(
        `Named export '${name}' not found. The requested module '${specifier}' is a CommonJS module, which may not support all module.exports as named exports.\nCommonJS modules can always be imported via the default export, for example using:\n\nimport pkg from '${specifier}';\n${unpacking}`,
      );
      throw markPlace(error, { path: this.path, line, column });
    }
  }

  #dependency(index: number): Importable {
    return this.#dependencies()[index] as Importable;
  }

  #getterOf(name: string): (() => unknown) | undefined {
    const local = this.#getters[name];
    if (local) return local;
    const { indirect, star } = this.#compiled.exports;
    const found = indirect.find((each) => each.name === name);
    const index =
      found?.request ?? star.find((each) => this.#dependency(each).exportNames()?.has(name));
    if (index === undefined) return undefined;
    const { namespace } = this.#dependency(index);
    if (found?.imported === '*') return () => namespace;
    const imported = found?.imported ?? name;
    return () => namespace[imported];
  }

  #checkImports(): void {
    const { imports, indirect, requests } = {
      ...this.#compiled,
      indirect: this.#compiled.exports.indirect,
    };
    const wanted = [
      ...imports,
      ...indirect.map(({ request, imported }) => ({ request, name: imported })),
    ];
    for (const { request, name } of wanted) {
      const dependency = this.#dependency(request);
      const names = dependency.exportNames();
      const isConflict = names?.has(name) && dependency.originOf?.(name) === 'conflict';
      if (name === '*' || names === undefined || (names.has(name) && !isConflict)) continue;
      const { specifier, line, column } = requests[request] as CompiledModule['requests'][number];
      const problem = isConflict
        ? `contains conflicting star exports for name '${name}'`
        : `does not provide an export named '${name}'`;
      const error = new SyntaxError(`The requested module '${specifier}' ${problem}`);
      throw markPlace(error, { path: this.path, line, column });
    }
  }
}

/** The variables of CommonJS are missed by name, as in Node. */
function explained(error: unknown, declaredIn: string | undefined): unknown {
  if (!(error instanceof ReferenceError)) return error;
  foreignEngine?.adopt(error);
  const name = /^(require|module|exports|__filename|__dirname) is not defined$/.exec(error.message);
  if (!name) return error;
  error.message += ' in ES module scope';
  if (name[1] === 'require') error.message += ', you can use import instead';
  if (declaredIn !== undefined) {
    error.message += `\nThis file is being treated as an ES module because it has a '.js' file extension and '${declaredIn}' contains "type": "module". To treat it as a CommonJS script, rename it to use the '.cjs' file extension.`;
  }
  return error;
}

function originIn(module: Importable, name: string, seen: Set<Importable>): Origin | 'conflict' {
  return module.originOf?.(name, seen) ?? { module, name };
}

function isSame(a: Origin | 'conflict', b: Origin | 'conflict'): boolean {
  if (a === 'conflict' || b === 'conflict') return false;
  return a.module === b.module && a.name === b.name;
}

/**
 * Names are values as they are when the module is loaded, as in Node. Only what nobody can set is
 * read when the program first does: to make it may load a part of the engine.
 */
function copyExport(exports: object, name: string, namespace: Record<string, unknown>): void {
  const { get, set } = Object.getOwnPropertyDescriptor(exports, name) ?? {};
  if (!get || set) {
    namespace[name] = Reflect.get(exports, name);
    return;
  }
  Object.defineProperty(namespace, name, {
    get: () => {
      const value: unknown = Reflect.apply(get, exports, []);
      Object.defineProperty(namespace, name, { value, writable: true });
      return value;
    },
    enumerable: true,
    configurable: true,
  });
}

/** A module whose exports exist already: a built-in module or a JSON file. */
export class SyntheticModule implements Importable {
  readonly namespace: ModuleNamespace;
  readonly #named: object;

  /** @param named what can be imported by name: of a JSON file, nothing */
  constructor(exports: unknown, named: object) {
    this.#named = named;
    const namespace = Object.create(null) as Record<string, unknown>;
    for (const name of Object.keys(named)) copyExport(named, name, namespace);
    namespace.default = exports;
    this.namespace = Object.defineProperty(namespace, Symbol.toStringTag, { value: 'Module' });
  }

  /** Takes over what a program has changed of a built-in module: its names stay the same. */
  sync(): void {
    for (const name of Object.keys(this.namespace)) {
      if (name === 'default') continue;
      const isOwn = Object.hasOwn(this.#named, name);
      const value: unknown = isOwn ? Reflect.get(this.#named, name) : undefined;
      const descriptor = { value, writable: true, enumerable: true, configurable: true };
      Object.defineProperty(this.namespace, name, descriptor);
    }
  }

  exportNames(): Set<string> {
    return new Set(Object.keys(this.namespace));
  }

  isAsync(): boolean {
    return false;
  }

  instantiate(): void {
    // Its namespace is complete from the start.
  }

  link(): void {
    // It imports nothing.
  }

  evaluate(): undefined {
    return undefined;
  }
}
