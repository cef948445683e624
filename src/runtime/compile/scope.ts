/**
 * Which scopes declare a name again that the module imports.
 *
 * Only imported names matter: everything else keeps its meaning because the code stays where it is.
 * A module without imports is not analysed at all.
 */

import {
  type AstNode,
  child,
  children,
  collectTargets,
  isFunction,
  list,
  need,
  text,
} from './ast.ts';
import { isErased } from './erased.ts';

export type Shadows = ReadonlyMap<AstNode, ReadonlySet<string>>;

/** @returns for each node that opens a scope, those of `names` that it declares */
export function findShadows(program: AstNode, names: ReadonlySet<string>): Shadows {
  const finder = new ShadowFinder(names);
  for (const node of list(program, 'body')) finder.visit(node, program, program);
  return finder.shadows;
}

class ShadowFinder {
  readonly shadows: Map<AstNode, Set<string>> = new Map();
  readonly #names: ReadonlySet<string>;

  constructor(names: ReadonlySet<string>) {
    this.#names = names;
  }

  /**
   * @param varScope where `var` and parameters go
   * @param lexicalScope where `let`, `const`, classes and functions go
   */
  visit(node: AstNode, varScope: AstNode, lexicalScope: AstNode): void {
    if (isErased(node) || node.type === 'ImportDeclaration') return;
    this.#declare(node, varScope, lexicalScope);
    if (isFunction(node)) {
      this.#visitFunction(node);
      return;
    }
    const inner = opensScope(node) ? node : lexicalScope;
    const innerVar = node.type === 'StaticBlock' ? node : varScope;
    for (const next of children(node)) this.visit(next, innerVar, inner);
  }

  /** Parameters and body are scopes of their own: a default value does not see the body's `var`. */
  #visitFunction(node: AstNode): void {
    const body = need(node, 'body');
    for (const parameter of list(node, 'params')) {
      this.#declarePattern(parameter, node);
      this.visit(parameter, node, node);
    }
    if (body.type === 'BlockStatement') {
      for (const statement of list(body, 'body')) this.visit(statement, body, body);
    } else this.visit(body, node, node);
  }

  #declare(node: AstNode, varScope: AstNode, lexicalScope: AstNode): void {
    switch (node.type) {
      case 'FunctionDeclaration':
      case 'ClassDeclaration':
        this.#declarePattern(child(node, 'id'), lexicalScope);
        break;
      case 'FunctionExpression':
      case 'ClassExpression':
        this.#declarePattern(child(node, 'id'), node);
        break;
      case 'VariableDeclaration':
        for (const declarator of list(node, 'declarations')) {
          const scope = node.kind === 'var' ? varScope : lexicalScope;
          this.#declarePattern(child(declarator, 'id'), scope);
        }
        break;
      case 'CatchClause':
        this.#declarePattern(child(node, 'param'), node);
        break;
    }
  }

  #declarePattern(pattern: AstNode | undefined, scope: AstNode): void {
    const targets: AstNode[] = [];
    if (pattern) collectTargets(pattern, targets);
    for (const target of targets) {
      const name = text(target, 'name');
      if (!this.#names.has(name)) continue;
      const declared = this.shadows.get(scope) ?? new Set();
      this.shadows.set(scope, declared.add(name));
    }
  }
}

function opensScope(node: AstNode): boolean {
  return /^(?:BlockStatement|For(?:In|Of)?Statement|SwitchStatement|CatchClause|StaticBlock)$/.test(
    node.type,
  );
}
