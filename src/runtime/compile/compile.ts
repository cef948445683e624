/**
 * The module transformer of the embedded engine: one file of TypeScript or JavaScript becomes a
 * function that any worker can evaluate.
 *
 * It runs in Node when the site is built and in a worker when the reader edits, so it uses neither
 * Node's nor the browser's API. Node 24 is the model for what is accepted and for its errors.
 */

import { some, walk } from './ast.ts';
import { AsyncContextKeeper } from './async-context.ts';
import { CaughtErrors } from './caught-errors.ts';
import type { CompiledModule, ModuleFormat } from './compiled-module.ts';
import { DynamicImportRewriter } from './dynamic-import.ts';
import { Edits } from './edits.ts';
import { ErrorFactory } from './errors.ts';
import { isScope, isUsing, openScope, UsingLowering } from './lower-using.ts';
import { ModuleStructure } from './modules.ts';
import { chooseNames, type Names } from './names.ts';
import { type ParsedSource, parse } from './parse.ts';
import { ReferenceRewriter } from './references.ts';
import { TypeStripper } from './strip-types.ts';

export interface CompileOptions {
  /** For errors; its extension decides between TypeScript and JavaScript. */
  path: string;
  /**
   * Default `detect`: `.mts` and `.mjs` are modules, `.cts` and `.cjs` are CommonJS, and any other
   * file is a module when it has syntax that only modules have, as in Node.
   */
  format?: ModuleFormat | 'detect';
}

/**
 * Compiles one file.
 * @throws {CompileError} for a syntax error, or for TypeScript that cannot be erased
 */
export function compile(source: string, options: CompileOptions): CompiledModule {
  const errors = new ErrorFactory(options.path, source);
  const typescript = /\.[cm]?ts$/.test(options.path);
  const parsed = parse({ source, typescript, format: formatOf(options) }, errors);
  const compiled = emit(source, parsed, errors, false);
  if (!some(parsed.program, isUsing)) return compiled;
  const { code, columns } = emit(source, parsed, errors, true);
  return { ...compiled, lowered: { code, columns } };
}

/** @param lowered without `using` */
function emit(
  source: string,
  { program, format, topLevelAwait }: ParsedSource,
  errors: ErrorFactory,
  lowered: boolean,
): CompiledModule {
  const names = chooseNames(source);
  const edits = new Edits(source);
  const structure = new ModuleStructure(source, edits, names, errors);
  const module = format === 'module' ? program : undefined;
  if (module) structure.collect(module);
  const references = new ReferenceRewriter(program, source, edits, names, structure.bindings);
  const keeper = new AsyncContextKeeper(source, edits, names, topLevelAwait, lowered);
  walk(program, [
    new TypeStripper(source, edits, errors),
    references,
    new DynamicImportRewriter(edits, names),
    new CaughtErrors(edits, names),
    keeper,
    ...(lowered ? [new UsingLowering(source, edits, names, keeper, module)] : []),
  ]);
  if (source.startsWith('#!')) edits.replace(0, 2, '//');
  const constant = references.usesConstant ? `const ${names.constant}=0;` : '';
  const scope = lowered && isScope(program) ? openScope(names) : '';
  const prefix = module
    ? modulePrefix(structure, names, topLevelAwait, scope) + constant
    : `(function(exports,require,module,__filename,__dirname,${names.context}){`;
  const { code, columns } = edits.apply(prefix);
  return {
    format,
    async: topLevelAwait,
    code: `${code}\n})`,
    requests: structure.requests,
    imports: structure.imports,
    exports: structure.exports,
    columns,
  };
}

function formatOf({ path, format = 'detect' }: CompileOptions): ModuleFormat | undefined {
  if (format !== 'detect') return format;
  if (/\.m[tj]s$/.test(path)) return 'module';
  return /\.c[tj]s$/.test(path) ? 'commonjs' : undefined;
}

/** @param scope opens the scope that the body is in, if it has one */
function modulePrefix(
  structure: ModuleStructure,
  names: Names,
  async: boolean,
  scope: string,
): string {
  const parameters = [
    names.context,
    ...structure.requests.map((_, index) => names.namespace(index)),
  ];
  const getters = [...structure.getters].map(
    // Computed, because a plain `__proto__` would set the prototype.
    ([name, local]) => `[${JSON.stringify(name)}]:()=>${local}`,
  );
  return [
    `(${async ? 'async ' : ''}function*(${parameters}){"use strict";`,
    async ? `const ${names.keeper}={};` : '',
    scope,
    structure.namesDefault
      ? `Object.defineProperty(${names.defaultExport},"name",{value:"default",configurable:true});`
      : '',
    getters.length > 0 ? `${names.context}.x({${getters}});` : '',
    'yield;',
  ].join('');
}
