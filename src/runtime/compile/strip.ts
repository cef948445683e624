/** TypeScript to JavaScript and nothing more: for a Node that runs modules but knows no types. */
import { type AstNode, type Visitor, walk } from './ast.ts';
import { Edits } from './edits.ts';
import { ErrorFactory } from './errors.ts';
import { parse } from './parse.ts';
import { TypeStripper } from './strip-types.ts';
import { skipTrivia } from './text.ts';

/**
 * The source without its types, every other character at its place.
 * @throws {CompileError} for a syntax error, or for TypeScript that cannot be erased
 */
export function stripTypes(source: string, path: string): string {
  const errors = new ErrorFactory(path, source);
  const { program } = parse({ source, typescript: true, format: undefined }, errors);
  const edits = new Edits(source);
  walk(program, [new TypeStripper(source, edits, errors), typeSpecifiers(source, edits)]);
  return edits.apply('').code;
}

/** `type A` among the names of an import or export, which the compiler drops with the statement. */
function typeSpecifiers(source: string, edits: Edits): Visitor {
  return {
    enter(node: AstNode): boolean {
      const isSpecifier = node.type === 'ImportSpecifier' || node.type === 'ExportSpecifier';
      if (!isSpecifier || (node.importKind !== 'type' && node.exportKind !== 'type')) return true;
      const next = skipTrivia(source, node.end);
      edits.blank(node.start, source[next] === ',' ? next + 1 : node.end);
      return false;
    },
  };
}
