/** Source files as the loader gets them: text, compiled form, and what error messages need. */
import type { SourceFile } from '../../kernel/protocol.ts';
import { loadAllParts } from '../../node/internal/parts.ts';
import type { System } from '../../node/internal/system.ts';
import { type CompiledModule, originalColumn } from '../compile/compiled-module.ts';
import { foreignEngine } from '../foreign-engine.ts';
import { COMPILED_ATTRIBUTE, COMPILER_PATH } from '../protocol.ts';

export type Compile = (
  source: string,
  options: { path: string; format?: string },
) => CompiledModule;

export interface LoadedSource {
  path: string;
  text: string;
  compiled: CompiledModule;
}

/**
 * A program that may change what the language provides. The engine's parts keep the originals of
 * what they use when they are loaded: for such a program that is before it runs.
 */
const touchesBuiltIns =
  /\bprototype\b|__proto__|PrototypeOf|definePropert|globalThis|prepareStackTrace|\b(?:Array|Atomics|Date|JSON|Math|Number|Object|Promise|Reflect|String|Symbol)(?:\[|\.\w+\s*=(?!=))/;

export class Sources {
  readonly #system: System;
  readonly #byUrl = new Map<string, LoadedSource>();
  #compile: Compile | undefined;

  constructor(system: System) {
    this.#system = system;
  }

  /**
   * The compiled form of a file.
   * @throws {SystemError} when it cannot be read, {CompileError} when it cannot be compiled
   */
  load(path: string, format?: 'module' | 'commonjs'): LoadedSource {
    const file = this.#system.call({ op: 'read-source', path }) as SourceFile;
    const ready = file.attributes[COMPILED_ATTRIBUTE];
    if (ready !== undefined) {
      const compiled = JSON.parse(ready) as CompiledModule;
      if (format === undefined || compiled.format === format) {
        return this.#remember({ path, text: file.text, compiled });
      }
    }
    const loaded = this.compile(file.text, path, format);
    const value = JSON.stringify(loaded.compiled);
    this.#system.call({ op: 'set-attribute', path, name: COMPILED_ATTRIBUTE, value });
    return loaded;
  }

  readText(path: string): string {
    return (this.#system.call({ op: 'read-source', path }) as SourceFile).text;
  }

  /** Compiles text that is in no file, for example of a worker with `eval`. */
  compile(text: string, path: string, format?: 'module' | 'commonjs'): LoadedSource {
    this.#compile ??= this.#loadCompiler();
    const compiled = this.#compile(text, { path, ...(format && { format }) });
    return this.#remember({ path, text, compiled });
  }

  /** Whether `url` is a file of the program. */
  has(url: string): boolean {
    return this.#byUrl.has(url);
  }

  /** The author's column for a place in a stack trace; undefined if it is not the program's. */
  locate(url: string, line: number, generatedColumn: number): { column: number } | undefined {
    const source = this.#byUrl.get(url);
    if (!source) return undefined;
    return { column: originalColumn(source.compiled.columns, line, generatedColumn) };
  }

  /** The same place with the author's line, from coordinates that are the author's already. */
  place(url: string, line: number, column: number) {
    const source = this.#byUrl.get(url);
    if (!source) return undefined;
    return { path: source.path, line, column, text: source.text.split('\n')[line - 1] ?? '' };
  }

  /** The text of a file, or nothing if there is none: for error messages. */
  textOf(path: string): string {
    const known = this.#byUrl.get(sourceUrl(path));
    if (known) return known.text;
    try {
      return this.readText(path);
    } catch {
      // The excerpt is an extra; the error itself is reported without it.
      return '';
    }
  }

  #remember({ compiled, ...file }: LoadedSource): LoadedSource {
    const lowered = foreignEngine?.openScope && compiled.lowered;
    const source = { ...file, compiled: lowered ? { ...compiled, ...lowered } : compiled };
    if (touchesBuiltIns.test(source.text)) loadAllParts();
    const url = sourceUrl(source.path);
    this.#byUrl.set(url, source);
    this.#byUrl.set(withoutSpaces(url), source);
    return source;
  }

  #loadCompiler(): Compile {
    return evaluate<{ compile: Compile }>(this.readText(COMPILER_PATH), COMPILER_PATH).compile;
  }
}

/** What `import.meta.url` and stack traces say for the file at `path`. */
export function sourceUrl(path: string): string {
  if (!path.startsWith('/')) return path;
  const encoded = encodeURI(path).replace(/[?#]/g, encodeURIComponent);
  // A URL keeps its brackets, as in `[eval1]`.
  return `file://${encoded.replaceAll('%5B', '[').replaceAll('%5D', ']')}`;
}

/** V8 takes no `sourceURL` with a space, which `[worker eval]` has. */
export function withoutSpaces(url: string): string {
  return url.replaceAll(' ', '%20');
}

// biome-ignore lint/security/noGlobalEval: running the reader's program is what this module is for; the sandboxed frame confines it
const indirectEval = eval;

/**
 * Evaluates an expression in the global scope under the name that stack traces will show.
 * Nothing may stand before it: stack traces count columns from its first character.
 */
export function evaluate<T>(expression: string, url: string): T {
  // The engine's own parts, whose names are paths, have no place in stack traces.
  if (foreignEngine?.evaluate && !url.startsWith('/'))
    return foreignEngine.evaluate(expression, url) as T;
  return indirectEval(`${expression}\n//# sourceURL=${withoutSpaces(url)}`) as T;
}
