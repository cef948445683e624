/**
 * A syntax tree seen through checked accessors.
 *
 * acorn's own types know nothing of the TypeScript nodes that the plugin adds, and a union of both
 * would need a cast at every use. Here a node is open, and each property is narrowed when it is read.
 */

export interface AstNode {
  readonly type: string;
  /** Offset of the first character. */
  readonly start: number;
  /** Offset after the last character. */
  readonly end: number;
  readonly [property: string]: unknown;
}

export function isNode(value: unknown): value is AstNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

/** The child node called `key`, if there is one. */
export function child(node: AstNode, key: string): AstNode | undefined {
  const value = node[key];
  return isNode(value) ? value : undefined;
}

/** The child node called `key`, which the grammar guarantees. */
export function need(node: AstNode, key: string): AstNode {
  const value = child(node, key);
  if (!value) throw new Error(`${node.type} at ${node.start} has no ${key}: the parser changed`);
  return value;
}

/** The child nodes in the list called `key`; holes are left out. */
export function list(node: AstNode, key: string): AstNode[] {
  const value = node[key];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** The string called `key`, or `''`. */
export function text(node: AstNode, key: string): string {
  const value = node[key];
  return typeof value === 'string' ? value : '';
}

/** Every child node, in the order of the grammar. `{ x }` counts once: as its value. */
export function children(node: AstNode): AstNode[] {
  const found: AstNode[] = [];
  for (const key in node) {
    if (key === 'key' && node.shorthand === true) continue;
    const value = node[key];
    if (Array.isArray(value)) found.push(...value.filter(isNode));
    else if (isNode(value)) found.push(value);
  }
  return found;
}

/** Looks at a node before and after its children; `enter` returns false to pass over them. */
export interface Visitor {
  enter?(node: AstNode, parent: AstNode | undefined): boolean;
  leave?(node: AstNode, parent: AstNode | undefined): void;
}

/**
 * Visits the tree in source order. Visitors enter in the given order and leave in reverse, so that
 * what they insert at one position nests.
 */
export function walk(
  node: AstNode,
  visitors: readonly Visitor[],
  parent: AstNode | undefined = undefined,
): void {
  let entered = 0;
  let descend = true;
  while (descend && entered < visitors.length) {
    descend = visitors[entered]?.enter?.(node, parent) ?? true;
    entered++;
  }
  if (descend) for (const inner of children(node)) walk(inner, visitors, node);
  while (entered-- > 0) visitors[entered]?.leave?.(node, parent);
}

/** A function that has its own `await`, `var` and `arguments`. */
export function isFunction(node: AstNode): boolean {
  return (
    node.type === 'FunctionDeclaration' ||
    node.type === 'FunctionExpression' ||
    node.type === 'ArrowFunctionExpression'
  );
}

/** The node itself suspends the function that it is in. */
export function isAwaiting(node: AstNode): boolean {
  return (
    node.type === 'AwaitExpression' ||
    (node.type === 'ForOfStatement' && node.await === true) ||
    (node.type === 'VariableDeclaration' && node.kind === 'await using')
  );
}

/** Whether something in the tree passes `test`. */
export function some(node: AstNode, test: (node: AstNode) => boolean): boolean {
  return test(node) || children(node).some((inner) => some(inner, test));
}

/** The string that a module specifier or a string-named export stands for, or an identifier's name. */
export function nameOf(node: AstNode): string {
  return node.type === 'Literal' ? String(node.value) : text(node, 'name');
}

/** Adds the identifiers that a binding or assignment pattern stores to. */
export function collectTargets(pattern: AstNode, into: AstNode[]): void {
  switch (pattern.type) {
    case 'Identifier':
      into.push(pattern);
      break;
    case 'ObjectPattern':
      for (const property of list(pattern, 'properties')) collectTargets(property, into);
      break;
    case 'Property':
      collectTargets(need(pattern, 'value'), into);
      break;
    case 'ArrayPattern':
      for (const element of list(pattern, 'elements')) collectTargets(element, into);
      break;
    case 'AssignmentPattern':
      collectTargets(need(pattern, 'left'), into);
      break;
    case 'RestElement':
      collectTargets(need(pattern, 'argument'), into);
      break;
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
      collectTargets(need(pattern, 'expression'), into);
      break;
  }
}
