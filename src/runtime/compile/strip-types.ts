/**
 * Blanks what TypeScript adds to JavaScript, as Node does: spaces for types, so that positions stay.
 *
 * Only erasable syntax is accepted. Where a blanked type leaves two lines that JavaScript would read
 * as one expression, a semicolon or a moved parenthesis keeps them apart.
 */

import { type AstNode, child, list, need, type Visitor } from './ast.ts';
import type { Edits } from './edits.ts';
import { isErased } from './erased.ts';
import type { ErrorFactory } from './errors.ts';
import { hasLineBreak, identifierEnd, skipParens, skipTrivia } from './text.ts';
import { rejectUnsupported } from './unsupported.ts';

const MODIFIERS = new Set([
  'abstract',
  'declare',
  'override',
  'private',
  'protected',
  'public',
  'readonly',
]);
/** Property names that would turn the next member into something else if nothing stood between. */
const MEMBER_PREFIXES = new Set(['accessor', 'async', 'get', 'set', 'static']);
const TYPE_PROPERTIES = ['typeAnnotation', 'typeArguments', 'superTypeParameters'] as const;

export class TypeStripper implements Visitor {
  readonly #source: string;
  readonly #edits: Edits;
  readonly #errors: ErrorFactory;

  constructor(source: string, edits: Edits, errors: ErrorFactory) {
    this.#source = source;
    this.#edits = edits;
    this.#errors = errors;
  }

  enter(node: AstNode, parent: AstNode | undefined): boolean {
    rejectUnsupported(node, this.#source, this.#errors);
    if (isErased(node)) return this.#eraseStatement(node, parent);
    if (isErasedMember(node)) return this.#erase(node.start, node.end, ';');
    if (isTypeNode(node)) return false;
    if (isThisParameter(node, parent)) return this.#eraseThisParameter(node);
    this.#stripExpression(node);
    this.#stripBinding(node);
    this.#stripFunction(node);
    this.#stripClass(node);
    for (const key of TYPE_PROPERTIES) {
      const type = child(node, key);
      if (type && !isTypeOperator(node)) this.#stripAnnotation(node, type);
    }
    return true;
  }

  #erase(start: number, end: number, first: ';' | '(' | '' = ''): false {
    this.#edits.blank(start, end, first);
    return false;
  }

  #eraseStatement(node: AstNode, parent: AstNode | undefined): false {
    const next = this.#source[skipTrivia(this.#source, node.end)] ?? ' ';
    const needed = !isStatementList(parent) || '([`+-/*'.includes(next);
    return this.#erase(node.start, node.end, needed ? ';' : '');
  }

  #stripExpression(node: AstNode): void {
    const source = this.#source;
    if (node.type === 'TSNonNullExpression') this.#edits.blank(node.end - 1, node.end);
    if (node.type !== 'TSAsExpression' && node.type !== 'TSSatisfiesExpression') return;
    const operator = skipParens(source, need(node, 'expression').end);
    const next = skipTrivia(source, node.end);
    const hazard = '([`'.includes(source[next] ?? ' ') && hasLineBreak(source, node.end, next);
    this.#edits.blank(operator, node.end, hazard ? ';' : '');
  }

  /** `x?` and `x!`. */
  #stripBinding(node: AstNode): void {
    const source = this.#source;
    if (node.type === 'VariableDeclarator' && node.definite === true) {
      const name = need(node, 'id');
      this.#blankMark(identifierEnd(source, name.start));
    }
    if (node.type === 'Identifier' && node.optional === true) {
      this.#blankMark(identifierEnd(source, node.start));
    }
  }

  /** Blanks the `?` or `!` that follows `at`. */
  #blankMark(at: number): void {
    const mark = skipTrivia(this.#source, at);
    if ('?!'.includes(this.#source[mark] ?? ' ')) this.#edits.blank(mark, mark + 1);
  }

  #stripAnnotation(node: AstNode, type: AstNode): void {
    const key = child(node, 'key');
    const joins =
      node.type === 'PropertyDefinition' &&
      !child(node, 'value') &&
      this.#source[node.end - 1] !== ';' &&
      node.computed !== true &&
      MEMBER_PREFIXES.has(this.#source.slice(key?.start, key?.end));
    this.#edits.blank(type.start, type.end, joins ? ';' : '');
  }

  #stripFunction(node: AstNode): void {
    const source = this.#source;
    const generics = child(node, 'typeParameters');
    if (generics) {
      const paren = skipTrivia(source, generics.end);
      // `async <T\n>(x)`: the opening parenthesis must stay on the line of `async` or `return`.
      const moved =
        node.type === 'ArrowFunctionExpression' && hasLineBreak(source, generics.start, paren);
      this.#edits.blank(generics.start, generics.end, moved ? '(' : '');
      if (moved) this.#edits.blank(paren, paren + 1);
    }
    const returns = child(node, 'returnType');
    if (returns) this.#stripReturnType(node, returns);
  }

  #eraseThisParameter(node: AstNode): false {
    const after = skipTrivia(this.#source, node.end);
    return this.#erase(node.start, this.#source[after] === ',' ? after + 1 : node.end);
  }

  #stripReturnType(node: AstNode, returns: AstNode): void {
    const moved =
      node.type === 'ArrowFunctionExpression' &&
      hasLineBreak(this.#source, returns.start, returns.end);
    if (!moved) {
      this.#edits.blank(returns.start, returns.end);
      return;
    }
    // `=>` must stand on the line of the closing parenthesis: move that to the type's last line.
    const paren = this.#source.lastIndexOf(')', returns.start);
    this.#edits.blank(paren, returns.end - 1);
    this.#edits.replace(returns.end - 1, returns.end, ')');
  }

  #stripClass(node: AstNode): void {
    if (node.type === 'ClassDeclaration' || node.type === 'ClassExpression') {
      if (node.abstract === true)
        this.#edits.blank(node.start, identifierEnd(this.#source, node.start));
      this.#stripImplements(node);
    }
    const key = child(node, 'key');
    if (!key || !/^(?:MethodDefinition|PropertyDefinition|AccessorProperty)$/.test(node.type))
      return;
    this.#stripModifiers(node);
    if (node.optional !== true && node.definite !== true) return;
    const closing = node.computed === true ? skipTrivia(this.#source, key.end) + 1 : key.end;
    this.#blankMark(closing);
  }

  #stripImplements(node: AstNode): void {
    const interfaces = list(node, 'implements');
    const last = interfaces.at(-1);
    if (!last) return;
    const before =
      child(node, 'superTypeParameters') ??
      child(node, 'superClass') ??
      child(node, 'typeParameters') ??
      child(node, 'id');
    const from = before ? before.end : this.#source.indexOf('class', node.start) + 'class'.length;
    this.#edits.blank(skipParens(this.#source, from), last.end);
  }

  #stripModifiers(member: AstNode): void {
    const source = this.#source;
    const key = need(member, 'key');
    let at = list(member, 'decorators').at(-1)?.end ?? member.start;
    at = skipTrivia(source, at);
    let first = true;
    while (at < key.start) {
      const end = identifierEnd(source, at);
      if (end === at) break;
      const next = skipTrivia(source, end);
      if (MODIFIERS.has(source.slice(at, end))) {
        const hazard = first && /^(?:[[*]|in\b|instanceof\b)/.test(source.slice(next, next + 11));
        this.#edits.blank(at, end, hazard ? ';' : '');
      } else first = false;
      at = next;
    }
  }
}

/** A place for any number of statements, so also for none. */
function isStatementList(parent: AstNode | undefined): boolean {
  return Array.isArray(parent?.body) || parent?.type === 'SwitchCase';
}

/** A class member that only the type checker sees. */
function isErasedMember(node: AstNode): boolean {
  if (node.type === 'TSIndexSignature') return true;
  if (!/^(?:MethodDefinition|PropertyDefinition|AccessorProperty)$/.test(node.type)) return false;
  return (
    node.declare === true ||
    node.abstract === true ||
    child(node, 'value')?.type === 'TSDeclareMethod'
  );
}

function isThisParameter(node: AstNode, parent: AstNode | undefined): boolean {
  return node.name === 'this' && parent !== undefined && list(parent, 'params')[0] === node;
}

function isTypeOperator(node: AstNode): boolean {
  return node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression';
}

/** A node inside of a type, which its owner has blanked. */
function isTypeNode(node: AstNode): boolean {
  return (
    node.type.startsWith('TS') &&
    !isTypeOperator(node) &&
    node.type !== 'TSNonNullExpression' &&
    node.type !== 'TSInstantiationExpression'
  );
}
