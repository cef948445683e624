/** Which statements exist only for the type checker and leave nothing to run. */

import { type AstNode, child, list } from './ast.ts';

export function isErased(node: AstNode): boolean {
  switch (node.type) {
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'TSDeclareFunction':
      return true;
    case 'TSModuleDeclaration':
      return node.declare === true || !hasValues(node);
    case 'ImportDeclaration':
    case 'TSImportEqualsDeclaration':
      return node.importKind === 'type';
    case 'ExportAllDeclaration':
      return node.exportKind === 'type';
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration': {
      const declaration = child(node, 'declaration');
      return declaration ? isErased(declaration) : node.exportKind === 'type';
    }
    default:
      return node.declare === true && node.type.endsWith('Declaration');
  }
}

/** A namespace of which something remains when types are gone. */
function hasValues(namespace: AstNode): boolean {
  const body = child(namespace, 'body');
  if (!body) return false;
  if (body.type === 'TSModuleDeclaration') return hasValues(body);
  return list(body, 'body').some((node) => !isErased(node));
}
