/** Turns uses of imported names into reads of the other module's live binding. */

import { type AstNode, child, collectTargets, need, text, type Visitor } from './ast.ts';
import type { Edits } from './edits.ts';
import type { ImportBinding } from './modules.ts';
import type { Names } from './names.ts';
import { findShadows, type Shadows } from './scope.ts';
import { hasLineBreak, identifierEnd, skipParens } from './text.ts';

const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;

export class ReferenceRewriter implements Visitor {
  readonly #source: string;
  readonly #edits: Edits;
  readonly #names: Names;
  readonly #bindings: ReadonlyMap<string, ImportBinding>;
  readonly #shadows: Shadows;
  readonly #scopes: ReadonlySet<string>[] = [];
  /** Identifiers that are stored to. */
  readonly #targets: Set<AstNode> = new Set();
  /** Identifiers that are a property's name as well. */
  readonly #shorthands: Set<AstNode> = new Set();
  /** Identifiers that are called. */
  readonly #callees: Set<AstNode> = new Set();
  /** Logical assignments that were rewritten. */
  readonly #conditional: Set<AstNode> = new Set();
  /** Offsets at which a statement of a list begins: a parenthesis there needs a semicolon. */
  readonly #statementStarts: Set<number> = new Set();
  /** An import was assigned to, so the constant must be declared. */
  usesConstant = false;

  constructor(
    program: AstNode,
    source: string,
    edits: Edits,
    names: Names,
    bindings: ReadonlyMap<string, ImportBinding>,
  ) {
    this.#source = source;
    this.#edits = edits;
    this.#names = names;
    this.#bindings = bindings;
    this.#shadows = findShadows(program, new Set(bindings.keys()));
  }

  enter(node: AstNode, parent: AstNode | undefined): boolean {
    const declared = this.#shadows.get(node);
    if (declared) this.#scopes.push(declared);
    if (node.type === 'Identifier') this.#identifier(node, parent);
    else this.#prepare(node, parent);
    return !/^(?:Import|ExportAll)Declaration$/.test(node.type) && !isExportList(node);
  }

  leave(node: AstNode): void {
    if (this.#shadows.has(node)) this.#scopes.pop();
    if (this.#conditional.has(node)) this.#edits.insert(node.end, ')');
  }

  /** Notes what the identifiers below will be used for. */
  #prepare(node: AstNode, parent: AstNode | undefined): void {
    switch (node.type) {
      case 'AssignmentExpression':
        this.#assignment(node);
        break;
      case 'UpdateExpression':
        this.#noteTargets(need(node, 'argument'));
        break;
      case 'ForInStatement':
      case 'ForOfStatement':
        this.#noteTargets(need(node, 'left'));
        break;
      case 'Property':
        this.#noteShorthand(node);
        break;
      case 'CallExpression':
        this.#callees.add(unwrap(need(node, 'callee')));
        break;
      case 'TaggedTemplateExpression':
        this.#callees.add(unwrap(need(node, 'tag')));
        break;
      case 'ExpressionStatement':
        if (Array.isArray(parent?.body) || parent?.type === 'SwitchCase') {
          this.#statementStarts.add(node.start);
        }
        break;
    }
  }

  /** `x ||= v` assigns only when it comes to that: `ns.x ||(constant= v)`. */
  #assignment(node: AstNode): void {
    const left = unwrap(need(node, 'left'));
    const operator = text(node, 'operator');
    if (!/^(?:\|\||&&|\?\?)=$/.test(operator) || !this.#bindingOf(left)) {
      this.#noteTargets(left);
      return;
    }
    const at = this.#source.indexOf(operator, skipParens(this.#source, left.end));
    const test = `${operator.slice(0, -1)}(${this.#names.constant}=`;
    this.usesConstant = true;
    this.#edits.replace(at, at + operator.length, test);
    this.#conditional.add(node);
  }

  /** What the identifier imports, unless it names something nearer. */
  #bindingOf(node: AstNode): ImportBinding | undefined {
    const name = node.type === 'Identifier' ? text(node, 'name') : '';
    if (this.#scopes.some((scope) => scope.has(name))) return undefined;
    return this.#bindings.get(name);
  }

  #noteTargets(pattern: AstNode): void {
    const targets: AstNode[] = [];
    collectTargets(pattern, targets);
    for (const target of targets) this.#targets.add(target);
  }

  #noteShorthand(property: AstNode): void {
    if (property.shorthand !== true) return;
    const value = need(property, 'value');
    this.#shorthands.add(value.type === 'AssignmentPattern' ? need(value, 'left') : value);
  }

  #identifier(node: AstNode, parent: AstNode | undefined): void {
    const binding = this.#bindingOf(node);
    if (!binding || !isReference(node, parent)) return;
    const end = identifierEnd(this.#source, node.start);
    const property = this.#shorthands.has(node) ? `${text(node, 'name')}:` : '';
    if (this.#targets.has(node)) {
      this.usesConstant = true;
      this.#edits.replace(node.start, end, property + this.#names.constant, property.length);
    } else if (this.#callees.has(node) && binding.imported !== '*') this.#call(node, end, binding);
    else {
      const { code, anchor } = this.#read(binding);
      this.#edits.replace(node.start, end, property + code, property.length + anchor);
    }
  }

  /** `(0, ns.f)` calls without a receiver, as a call of an import does. */
  #call(node: AstNode, end: number, binding: ImportBinding): void {
    const { code, anchor } = this.#read(binding);
    const before = this.#statementStarts.has(node.start) ? ';(0,' : '(0,';
    this.#edits.replace(node.start, end, `${before}${code})`, before.length + anchor);
    // Engines place a call of a parenthesised expression at the arguments, not at the name.
    const paren = skipParens(this.#source, end);
    const sameLine = !hasLineBreak(this.#source, end, paren);
    if (sameLine && this.#source[paren] === '(') this.#edits.alias(paren, node.start);
  }

  #read({ request, imported }: ImportBinding): { code: string; anchor: number } {
    const namespace = this.#names.namespace(request);
    if (imported === '*') return { code: namespace, anchor: 0 };
    return IDENTIFIER.test(imported)
      ? { code: `${namespace}.${imported}`, anchor: namespace.length + 1 }
      : { code: `${namespace}[${JSON.stringify(imported)}]`, anchor: namespace.length + 1 };
  }
}

/** The identifier reads or stores a variable; it does not name a property or a label. */
function isReference(node: AstNode, parent: AstNode | undefined): boolean {
  if (!parent) return false;
  switch (parent.type) {
    case 'MemberExpression':
      return parent.computed === true || parent.property !== node;
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'AccessorProperty':
      return parent.computed === true || parent.key !== node || parent.shorthand === true;
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return parent.label !== node;
    case 'MetaProperty':
      return false;
    default:
      return true;
  }
}

function isExportList(node: AstNode): boolean {
  return node.type === 'ExportNamedDeclaration' && !child(node, 'declaration');
}

/** What is called, without type syntax around it. */
function unwrap(callee: AstNode): AstNode {
  const inner =
    /^(?:TS\w+|Parenthesized)Expression$/.test(callee.type) && child(callee, 'expression');
  return inner ? unwrap(inner) : callee;
}
