/**
 * Source text to syntax tree, and the decision between ES module and CommonJS.
 *
 * acorn with a TypeScript plugin is 60 kB where TypeScript itself is 800 and amaro 900. A file is
 * nearly always parsed once: as a module first, because that tree serves for CommonJS as well unless
 * only sloppy mode accepts the file.
 */

import { type AstNode, child, isAwaiting, isFunction, isNode, list, walk } from './ast.ts';
import type { ModuleFormat } from './compiled-module.ts';
import { isErased } from './erased.ts';
import type { ErrorFactory } from './errors.ts';
import { translateParseError } from './parse-error.ts';
import { JavaScriptParser, TypeScriptParser } from './parser.ts';

export interface ParseRequest {
  source: string;
  typescript: boolean;
  /** `undefined`: to be detected as Node does. */
  format: ModuleFormat | undefined;
}

export interface ParsedSource {
  program: AstNode;
  format: ModuleFormat;
  /** Await outside of any function. */
  topLevelAwait: boolean;
}

type Attempt = { program: AstNode } | { error: unknown };

/** @throws {CompileError} when the source is not valid in the wanted format, or in neither */
export function parse(request: ParseRequest, errors: ErrorFactory): ParsedSource {
  const { format } = request;
  if (format) {
    const program = programOf(attempt(request, format), request, errors);
    return { program, format, topLevelAwait: format === 'module' && syntaxOf(program).awaits };
  }
  const asModule = attempt(request, 'module');
  if ('error' in asModule) {
    return {
      program: fallback(asModule, request, errors),
      format: 'commonjs',
      topLevelAwait: false,
    };
  }
  const { program } = asModule;
  const { modules, awaits } = syntaxOf(program);
  if (modules || declaresWrapped(program)) {
    return { program, format: 'module', topLevelAwait: awaits };
  }
  if (!awaits) return { program, format: 'commonjs', topLevelAwait: false };
  // `await (x)` is also a call in sloppy mode, and Node prefers CommonJS when both are possible.
  const asScript = attempt(request, 'commonjs');
  return 'error' in asScript
    ? { program, format: 'module', topLevelAwait: true }
    : { program: asScript.program, format: 'commonjs', topLevelAwait: false };
}

function attempt({ source, typescript }: ParseRequest, format: ModuleFormat): Attempt {
  try {
    const program: unknown = (typescript ? TypeScriptParser : JavaScriptParser).parse(source, {
      ecmaVersion: 'latest',
      sourceType: format,
      locations: typescript,
      allowHashBang: true,
    });
    if (!isNode(program)) throw new Error('acorn returned no tree: its version changed');
    return { program };
  } catch (error) {
    return { error };
  }
}

/** The file is not a module: CommonJS if that works, else the more telling of the two errors. */
function fallback(
  asModule: { error: unknown },
  request: ParseRequest,
  errors: ErrorFactory,
): AstNode {
  const asScript = attempt(request, 'commonjs');
  if ('program' in asScript) return asScript.program;
  const metModuleSyntax = asScript.error instanceof Error && /import/.test(asScript.error.message);
  return programOf(metModuleSyntax ? asModule : asScript, request, errors);
}

function programOf(result: Attempt, request: ParseRequest, errors: ErrorFactory): AstNode {
  if ('program' in result) return result.program;
  throw translateParseError(result.error, request.source, request.typescript, errors);
}

function syntaxOf(program: AstNode): { modules: boolean; awaits: boolean } {
  let depth = 0;
  let awaits = false;
  let modules = list(program, 'body').some((node) => isModuleStatement(node) && !isErased(node));
  const visitor = {
    enter(node: AstNode): boolean {
      if (isFunction(node)) depth++;
      if (node.type === 'MetaProperty' && child(node, 'meta')?.name === 'import') modules = true;
      if (depth === 0 && isAwaiting(node)) awaits = true;
      return true;
    },
    leave(node: AstNode): void {
      if (isFunction(node)) depth--;
    },
  };
  walk(program, [visitor]);
  return { modules, awaits };
}

/** No CommonJS module may declare anew, at its top, what its wrapper declares: so it is an ES module. */
function declaresWrapped(program: AstNode): boolean {
  return list(program, 'body').some(
    (node) =>
      node.type === 'VariableDeclaration' &&
      node.kind !== 'var' &&
      list(node, 'declarations').some((each) => wrapped.has(String(child(each, 'id')?.name))),
  );
}

const wrapped = new Set(['exports', 'require', 'module', '__filename', '__dirname']);

function isModuleStatement(node: AstNode): boolean {
  return /^(?:Import|Export\w+)Declaration$/.test(node.type);
}
