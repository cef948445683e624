/**
 * Keeps AsyncLocalStorage across `await`.
 *
 * No engine lets a page see where an `await` resumes, so each one is told to the runtime: `s(value,
 * k)` saves the context before the function is suspended, `r(value, k)` restores it after, `q(k)`
 * restores it where `r` was not reached (in catch and finally, in and after `for await`),
 * `it(k, iterable)` saves it for the hidden awaits of `for await`, and `t(value)` gives it to the
 * thenable that an async function returns. `k` is one object for each call
 * of a function, so that two suspended calls do not mix. Microtask order stays the same. Rejected:
 * generators driven by promises, which take more turns of the queue than `await`.
 *
 * Not kept: a default value in the head of a `for await` that reads the context; where `using` is
 * not lowered, what follows `for (await using x = …;;)`.
 */

import {
  type AstNode,
  child,
  children,
  isAwaiting,
  isFunction,
  list,
  need,
  type Visitor,
} from './ast.ts';
import type { Edits } from './edits.ts';
import type { Names } from './names.ts';
import { skipParens, skipTrivia } from './text.ts';

/** Expressions whose value has no `then` that the program could have written, or was awaited. */
const neverThenable: ReadonlySet<string> = new Set([
  'ArrayExpression',
  'ArrowFunctionExpression',
  'AwaitExpression',
  'BinaryExpression',
  'FunctionExpression',
  'Literal',
  'TemplateLiteral',
  'UnaryExpression',
  'UpdateExpression',
]);

export class AsyncContextKeeper implements Visitor {
  readonly #source: string;
  readonly #edits: Edits;
  readonly #names: Names;
  /** For each function around the node, the outermost first: does it await? */
  readonly #awaiting: boolean[];
  /** For each function around the node: does what it returns resolve a promise? */
  readonly #resolving: boolean[] = [false];
  /** What is returned and was given to `t(`, with what closes that. */
  readonly #carried = new Map<AstNode, string>();
  readonly #lowersUsing: boolean;

  /**
   * @param topLevelAwait the module itself awaits
   * @param lowersUsing another visitor sees to what `using` awaits
   */
  constructor(
    source: string,
    edits: Edits,
    names: Names,
    topLevelAwait: boolean,
    lowersUsing: boolean,
  ) {
    this.#source = source;
    this.#edits = edits;
    this.#names = names;
    this.#awaiting = [topLevelAwait];
    this.#lowersUsing = lowersUsing;
  }

  /** Whether the function awaits in which the walk is. */
  get awaits(): boolean {
    return this.#awaiting.at(-1) ?? false;
  }

  enter(node: AstNode, parent: AstNode | undefined): boolean {
    if (isFunction(node)) this.#enterFunction(node);
    else if (this.awaits) this.#enterAwaiting(node, parent);
    if (node.type === 'ReturnStatement') this.#carry(child(node, 'argument'));
    return true;
  }

  leave(node: AstNode, parent: AstNode | undefined): void {
    const { keeper } = this.#names;
    if (isFunction(node)) this.#leaveFunction(node);
    if (node.type === 'AwaitExpression') this.#edits.insert(node.end, `,${keeper}),${keeper})`);
    const closing = this.#carried.get(node);
    if (closing !== undefined) this.#edits.insert(node.end, closing);
    if (this.awaits && node.type === 'ForOfStatement') this.#leaveForOf(node);
    if (this.awaits && this.#isOutermostAwaitingLoop(node, parent)) {
      this.#edits.insert(node.end, `}finally{${this.#restore}}`);
    }
  }

  get #restore(): string {
    return `${this.#names.context}.q(${this.#names.keeper});`;
  }

  #insertAfterKeyword(end: number, text: string): void {
    if (this.#source[end] === ' ') this.#edits.insert(end + 1, text);
    else this.#edits.insert(end, ` ${text}`);
  }

  #enterFunction(node: AstNode): void {
    const body = need(node, 'body');
    const awaits = node.async === true && contains(body);
    this.#awaiting.push(awaits);
    this.#resolving.push(node.async === true && node.generator !== true);
    if (awaits) this.#declareKeeper(node, body);
    if (body.type !== 'BlockStatement') this.#carry(body);
  }

  #declareKeeper(node: AstNode, body: AstNode): void {
    const declaration = `const ${this.#names.keeper}={};`;
    if (body.type === 'BlockStatement') {
      const directives = list(body, 'body').filter((each) => typeof each.directive === 'string');
      const last = directives.at(-1);
      this.#edits.insert(last?.end ?? body.start + 1, last ? `;${declaration}` : declaration);
    } else {
      this.#edits.insert(this.#arrowEnd(node), `{${declaration}return (`);
    }
  }

  /** `return E` → `return t(E)`: the `then` of what is returned is called when nobody awaits here. */
  #carry(returned: AstNode | undefined): void {
    if (!returned || !this.#resolving.at(-1) || neverThenable.has(returned.type)) return;
    const isList = returned.type === 'SequenceExpression';
    this.#edits.insert(returned.start, `${this.#names.context}.t(${isList ? '(' : ''}`);
    this.#carried.set(returned, isList ? '))' : ')');
  }

  #leaveFunction(node: AstNode): void {
    const awaits = this.#awaiting.pop();
    this.#resolving.pop();
    if (awaits && need(node, 'body').type !== 'BlockStatement') this.#edits.insert(node.end, ')}');
  }

  /** The offset after the `=>`, which no node tells. */
  #arrowEnd(node: AstNode): number {
    const before = child(node, 'returnType') ?? list(node, 'params').at(-1);
    let at = before ? before.end : this.#source.indexOf('(', node.start);
    while (!this.#source.startsWith('=>', at)) {
      const next = skipTrivia(this.#source, at);
      at = next > at ? next : at + 1;
    }
    return at + '=>'.length;
  }

  #enterAwaiting(node: AstNode, parent: AstNode | undefined): void {
    if (this.#isOutermostAwaitingLoop(node, parent)) this.#edits.insert(node.start, 'try{');
    switch (node.type) {
      case 'AwaitExpression':
        this.#edits.insert(node.start, `${this.#names.context}.r(`);
        this.#insertAfterKeyword(node.start + 'await'.length, `${this.#names.context}.s(`);
        break;
      case 'TryStatement': {
        const handler = child(node, 'handler');
        const finalizer = child(node, 'finalizer');
        if (handler) this.#edits.insert(need(handler, 'body').start + 1, this.#restore);
        if (finalizer) this.#edits.insert(finalizer.start + 1, this.#restore);
        break;
      }
      case 'ForOfStatement':
        this.#enterForOf(node);
        break;
      case 'VariableDeclaration':
        if (!this.#lowersUsing && isUsingStatement(node, parent)) this.#using(node);
        break;
    }
  }

  /**
   * `for await (L of E) B` → `for await (L of it(k, E)) { q(k); B }`. A declaration of `using` in the
   * head is disposed of after the body, so its mark stands there.
   */
  #enterForOf(node: AstNode): void {
    if (isForAwait(node)) {
      const { context, keeper } = this.#names;
      const of = skipParens(this.#source, need(node, 'left').end);
      this.#insertAfterKeyword(of + 'of'.length, `${context}.it(${keeper},`);
    }
    const kind = this.#usingOf(node);
    const body = need(node, 'body');
    const mark = kind ? this.#mark(body.start, kind === 'await using') : '';
    const text = (this.#isAwaitingLoop(node) ? this.#restore : '') + mark;
    if (text === '') return;
    if (body.type === 'BlockStatement') this.#edits.insert(body.start + 1, text);
    else this.#edits.insert(body.start, `{${text}`);
  }

  #leaveForOf(node: AstNode): void {
    if (isForAwait(node)) {
      this.#edits.insert(lastParen(this.#source, need(node, 'right').end), ')');
    }
    const opened = this.#isAwaitingLoop(node) || this.#usingOf(node);
    if (opened && need(node, 'body').type !== 'BlockStatement') this.#edits.insert(node.end, '}');
  }

  /** The kind of a `using` in the head that stays as it is. */
  #usingOf(node: AstNode): unknown {
    const { kind } = need(node, 'left');
    return !this.#lowersUsing && /using$/.test(String(kind)) ? kind : undefined;
  }

  #isAwaitingLoop(node: AstNode): boolean {
    if (node.type !== 'ForOfStatement') return false;
    return isForAwait(node) || this.#usingOf(node) === 'await using';
  }

  /** A loop that awaits, with the labels before it: nothing may come between a label and its loop. */
  #isOutermostAwaitingLoop(node: AstNode, parent: AstNode | undefined): boolean {
    let inner: AstNode | undefined = node;
    while (inner?.type === 'LabeledStatement') inner = child(inner, 'body');
    return (
      inner !== undefined && this.#isAwaitingLoop(inner) && parent?.type !== 'LabeledStatement'
    );
  }

  /**
   * Leaving a block disposes, also where an `await` has thrown, and may await. Plain disposables
   * around the author's, which are disposed of in reverse order, restore the context and save it.
   * None stands before `null`: that is awaited together with what was declared before it.
   */
  #using(node: AstNode): void {
    if (node.kind === 'await using') {
      this.#edits.insert(node.start, this.#mark(node.start, false));
      const declarators = list(node, 'declarations');
      for (const [index, { end }] of declarators.slice(0, -1).entries()) {
        const next = declarators[index + 1];
        if (!next || isNull(next)) continue;
        const comma = skipParens(this.#source, end);
        this.#edits.replace(comma, comma + 1, `;${this.#mark(comma, true)}`);
        // On the line of the name, which must be the keyword's.
        this.#edits.insert(next.start, 'await using ');
      }
    }
    this.#edits.insert(node.end, `;${this.#mark(node.end, node.kind === 'await using')}`);
  }

  /** @param saves the disposal that comes after it awaits */
  #mark(at: number, saves: boolean): string {
    const { context, keeper } = this.#names;
    const save = saves ? `;${context}.s(0,${keeper})` : '';
    return `using ${context}m${at}={[Symbol.dispose](){${context}.q(${keeper})${save}}};`;
  }
}

function isForAwait(node: AstNode): boolean {
  return node.type === 'ForOfStatement' && node.await === true;
}

/** A declaration that is a statement of its own. */
function isUsingStatement(node: AstNode, parent: AstNode | undefined): boolean {
  return /using$/.test(String(node.kind)) && !parent?.type.startsWith('For');
}

function isNull(declarator: AstNode): boolean {
  const value = child(declarator, 'init');
  return (value?.type === 'Literal' && value.value === null) || value?.name === 'undefined';
}

/** The node or something in it awaits, other than in a function of its own. */
function contains(node: AstNode): boolean {
  if (isAwaiting(node)) return true;
  return children(node).some((inner) => !isFunction(inner) && contains(inner));
}

/** The offset of the last of the closing parentheses that follow `offset`. */
function lastParen(source: string, offset: number): number {
  let paren = offset;
  for (let at = skipTrivia(source, offset); source[at] === ')'; at = skipTrivia(source, at + 1)) {
    paren = at;
  }
  return paren;
}
