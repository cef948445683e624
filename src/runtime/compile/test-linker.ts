/**
 * Runs compiled modules, for tests only: the smallest linker that keeps the language's rules on
 * cycles, live bindings and order. It knows modules by the names of their files.
 */

import { Disposal } from '../foreign/disposal.ts';
import { compile } from './compile.ts';
import type { CompiledModule } from './compiled-module.ts';

type Namespace = Record<string, unknown>;
type Getter = () => unknown;

export interface LinkerHost {
  files: Readonly<Record<string, string>>;
  builtin(specifier: string): Promise<Namespace>;
  /** `s`, `r`, `q`, `c` and `it` of the context; with `u` the lowered form of modules runs. */
  asyncContext: Namespace;
  console: Pick<Console, 'log'>;
}

interface Linked {
  path: string;
  compiled: CompiledModule | undefined;
  namespace: Namespace;
  getters: Map<string, Getter>;
  requests: Linked[];
  body: Iterator<unknown> | AsyncIterator<unknown> | undefined;
  evaluated: boolean;
  /** Absent when it ran without waiting. */
  evaluation: Promise<void> | undefined;
}

/** What an engine without isolation of realms can show of a module. */
function builtinModule(path: string, namespace: Namespace): Linked {
  const getters = new Map<string, Getter>();
  for (const name of Object.keys(namespace)) getters.set(name, () => namespace[name]);
  return {
    path,
    compiled: undefined,
    namespace,
    getters,
    requests: [],
    body: undefined,
    evaluated: true,
    evaluation: undefined,
  };
}

/** What opens a scope of the lowered form. */
export function openScope(): Disposal {
  return new Disposal({
    suppressed: (error, earlier) =>
      new SuppressedError(error, earlier, 'An error was suppressed during disposal'),
    adopt: () => undefined,
  });
}

export class TestLinker {
  readonly #host: LinkerHost;
  readonly #modules: Map<string, Linked> = new Map();
  readonly #dynamic: Promise<Namespace>[] = [];

  constructor(host: LinkerHost) {
    this.#host = host;
  }

  /** Runs a file and everything that it imports. @returns its namespace */
  async run(path: string): Promise<Namespace> {
    const module = await this.#load(path);
    this.#instantiate(module, new Set());
    await this.#evaluate(module);
    return module.namespace;
  }

  /** Resolves when nothing that was imported dynamically is still running. */
  async settled(): Promise<void> {
    for (const each of this.#dynamic) await each.catch(() => undefined);
  }

  async #load(specifier: string): Promise<Linked> {
    const path = specifier.replace(/^\.\//, '');
    const known = this.#modules.get(path);
    if (known) return known;
    const source = this.#host.files[path];
    if (source === undefined) return builtinModule(path, await this.#host.builtin(specifier));
    if (path.endsWith('.json')) return builtinModule(path, { default: JSON.parse(source) });
    const { lowered, ...native } = compile(source, { path });
    const compiled = { ...native, ...(this.#host.asyncContext.u ? lowered : undefined) };
    const namespace: Namespace = Object.create(null);
    const module: Linked = {
      path,
      compiled,
      namespace,
      getters: new Map(),
      requests: [],
      body: undefined,
      evaluated: false,
      evaluation: undefined,
    };
    this.#modules.set(path, module);
    for (const request of compiled.requests) {
      module.requests.push(await this.#load(request.specifier));
    }
    return module;
  }

  #context(module: Linked): Namespace {
    return {
      ...this.#host.asyncContext,
      meta: { url: `test:${module.path}` },
      i: (specifier: string) => {
        const running = this.run(specifier);
        this.#dynamic.push(running);
        return running;
      },
      x: (getters: Record<string, Getter>) => {
        for (const [name, get] of Object.entries(getters)) module.getters.set(name, get);
      },
    };
  }

  #instantiate(module: Linked, seen: Set<Linked>): void {
    if (seen.has(module) || module.body || !module.compiled) return;
    seen.add(module);
    if (module.compiled.format === 'commonjs') return;
    for (const request of module.requests) this.#instantiate(request, seen);
    module.body = this.#call(module, undefined, [
      this.#context(module),
      ...module.requests.map((request) => request.namespace),
    ]) as Iterator<unknown>;
    module.body.next();
    if (seen.values().next().value === module) for (const each of seen) this.#link(each);
  }

  #call(module: Linked, receiver: unknown, args: unknown[]): unknown {
    const code = `(function(console){return ${module.compiled?.code}\n//# sourceURL=${module.path}\n})`;
    // biome-ignore lint/security/noGlobalEval: this is how the loader evaluates compiled code
    const make = globalThis.eval(code) as (console: unknown) => (...args: unknown[]) => unknown;
    return Reflect.apply(make(this.#host.console), receiver, args);
  }

  #link(module: Linked): void {
    if (module.compiled?.format !== 'module') return;
    for (const { request, name } of module.compiled.imports) {
      const from = module.requests[request];
      if (from?.compiled?.format === 'commonjs' || (from && resolve(from, name))) continue;
      throw new SyntaxError(
        `The requested module '${module.compiled.requests[request]?.specifier}' does not provide an export named '${name}'`,
      );
    }
    for (const name of [...exportNames(module)].sort()) {
      const get = resolve(module, name);
      if (get) Object.defineProperty(module.namespace, name, { get, enumerable: true });
    }
    Object.preventExtensions(module.namespace);
  }

  /** @returns a promise only when something has to be awaited, so that order is the language's */
  #evaluate(module: Linked): Promise<void> | undefined {
    if (module.evaluated) return module.evaluation;
    module.evaluated = true;
    const waiting = module.requests.flatMap((request) => this.#evaluate(request) ?? []);
    if (waiting.length > 0 || module.compiled?.async) {
      module.evaluation = Promise.all(waiting).then(async () => {
        await this.#runBody(module);
      });
    } else this.#runBody(module);
    return module.evaluation;
  }

  #runBody(module: Linked): unknown {
    if (module.compiled?.format !== 'commonjs') return module.body?.next();
    const own: { exports: unknown } = { exports: {} };
    const args = [own.exports, () => undefined, own, module.path, '.', this.#context(module)];
    this.#call(module, own.exports, args);
    return Object.assign(module.namespace, own.exports, { default: own.exports });
  }
}

function exportNames(module: Linked, seen: Set<Linked> = new Set()): Set<string> {
  if (seen.has(module)) return new Set();
  seen.add(module);
  if (!module.compiled) return new Set(Object.keys(module.namespace));
  const { local, indirect, star } = module.compiled.exports;
  const names = new Set([...local, ...indirect.map((each) => each.name)]);
  for (const index of star) {
    const from = module.requests[index];
    for (const name of from ? exportNames(from, seen) : []) if (name !== 'default') names.add(name);
  }
  return names;
}

function resolve(module: Linked, name: string, seen: Set<Linked> = new Set()): Getter | undefined {
  const own = module.getters.get(name);
  if (own || !module.compiled || seen.has(module)) return own;
  seen.add(module);
  const indirect = module.compiled.exports.indirect.find((each) => each.name === name);
  if (indirect) {
    const from = module.requests[indirect.request];
    if (indirect.imported === '*') return from && (() => from.namespace);
    return from && resolve(from, indirect.imported, seen);
  }
  if (name === 'default') return undefined;
  for (const index of module.compiled.exports.star) {
    const from = module.requests[index];
    const found = from && resolve(from, name, seen);
    if (found) return found;
  }
  return undefined;
}
