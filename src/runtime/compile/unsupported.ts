/** TypeScript that would need code generation. The sentences and places are those of Node 24. */

import { type AstNode, child, need } from './ast.ts';
import { isErased } from './erased.ts';
import type { ErrorFactory } from './errors.ts';

const STRIP_ONLY = 'is not supported in strip-only mode';
const WHOLE_NODE: Readonly<Record<string, string>> = {
  TSEnumDeclaration: `TypeScript enum ${STRIP_ONLY}`,
  TSModuleDeclaration: `TypeScript namespace declaration ${STRIP_ONLY}`,
  TSImportEqualsDeclaration: `TypeScript import equals declaration ${STRIP_ONLY}`,
  TSExportAssignment: `TypeScript export assignment ${STRIP_ONLY}`,
  TSTypeAssertion:
    "The angle-bracket syntax for type assertions, `<T>expr`, is not supported in type strip mode. Instead, use the 'as' syntax: `expr as T`.",
};

/** @throws {CompileError} when the node cannot be erased */
export function rejectUnsupported(node: AstNode, source: string, errors: ErrorFactory): void {
  if (node.type === 'TSModuleDeclaration') rejectModuleKeyword(node, source, errors);
  if (node.type === 'TSParameterProperty') {
    const parameter = need(node, 'parameter');
    const name = child(parameter, 'left') ?? parameter;
    const end = Math.max(name.end, parameter.end);
    throw errors.unsupported(`TypeScript parameter property ${STRIP_ONLY}`, name.start, end);
  }
  const message = WHOLE_NODE[node.type];
  if (message && !isErased(node)) throw errors.unsupported(message, node.start, node.end);
}

function rejectModuleKeyword(node: AstNode, source: string, errors: ErrorFactory): void {
  const name = need(node, 'id');
  const keyword = source.slice(node.start, name.start);
  if (name.type !== 'Identifier' || !/\bmodule\s+$/.test(keyword)) return;
  throw errors.unsupported(
    '`module` keyword is not supported. Use `namespace` instead.',
    node.start,
    name.end,
  );
}
