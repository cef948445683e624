/**
 * What the compiler hands to the loader.
 *
 * Kept apart from `compile.ts` because it ships with the runtime: unedited samples are compiled at
 * build time, so most readers never load the parser.
 */

export type ModuleFormat = 'module' | 'commonjs';

export interface ModuleRequest {
  specifier: string;
  /** `import … with { type: 'json' }`; absent when the author wrote none. */
  attributes?: Record<string, string>;
  /** 1-based. */
  line: number;
  /** 0-based. */
  column: number;
}

/** A name that another module must provide; the loader checks it when it links. */
export interface ModuleImport {
  /** Index into `requests`. */
  request: number;
  name: string;
  /** 1-based. */
  line: number;
  /** 0-based. */
  column: number;
}

export interface IndirectExport {
  name: string;
  /** Index into `requests`. */
  request: number;
  /** The name in the other module; `*` stands for its namespace. */
  imported: string;
}

export interface ModuleExports {
  /** Names whose getters the module's own code registers. */
  local: string[];
  indirect: IndirectExport[];
  /** Indexes into `requests`, one for each `export * from`. */
  star: number[];
}

/** From `generatedColumn` of this line on, columns are off by the difference. Line is 1-based. */
export type ColumnEntry = [line: number, generatedColumn: number, sourceColumn: number];

export interface CompiledModule {
  format: ModuleFormat;
  /** The module has a top-level `await`: `code` is an async generator function. */
  async: boolean;
  /**
   * A JavaScript expression, a function. Its lines are the author's lines.
   *
   * Module: `function*(context, ...namespaces)`: the first `next()` instantiates (functions hoist,
   * exports register), the second runs the body. CommonJS: `function(exports, require, module,
   * __filename, __dirname, context)`.
   */
  code: string;
  /** Unique, in source order. */
  requests: ModuleRequest[];
  imports: ModuleImport[];
  exports: ModuleExports;
  /** Sorted by line, then by generated column; only where columns differ. */
  columns: ColumnEntry[];
  /** Of a source with `using` or `await using`: the same for an engine that lacks them. */
  lowered?: Pick<CompiledModule, 'code' | 'columns'>;
}

/**
 * The author's column for a position that a stack trace reports.
 * @param columns `CompiledModule.columns`
 * @param line 1-based
 * @param generatedColumn 0-based
 * @returns the 0-based column in the source
 */
export function originalColumn(
  columns: readonly ColumnEntry[],
  line: number,
  generatedColumn: number,
): number {
  let shift = 0;
  for (const [entryLine, generated, source] of columns) {
    if (entryLine > line || (entryLine === line && generated > generatedColumn)) break;
    if (entryLine === line) shift = source - generated;
  }
  return Math.max(0, generatedColumn + shift);
}
