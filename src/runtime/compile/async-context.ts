/**
 * Keeps AsyncLocalStorage across `await`.
 *
 * No engine lets a page see where an `await` resumes, so each one is told to the runtime: `s(value,
 * k)` saves the context before the function is suspended, `r(value, k)` restores it after, `q(k)`
 * restores it where `r` was not reached (in catch and finally, in and after `for await`), and
 * `it(k, iterable)` saves it for the hidden awaits of `for await`. `k` is one object for each call
 * of a function, so that two suspended calls do not mix. Microtask order stays the same. Rejected:
 * generators driven by promises, which take more turns of the queue than `await`.
 *
 * Not kept: a default value in the head of a `for await` that reads the context; what follows
 * `for (await using …)`.
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

export class AsyncContextKeeper implements Visitor {
  readonly #source: string;
  readonly #edits: Edits;
  readonly #names: Names;
  /** For each function around the node, the outermost first: does it await? */
  readonly #awaiting: boolean[];

  /** @param topLevelAwait the module itself awaits */
  constructor(source: string, edits: Edits, names: Names, topLevelAwait: boolean) {
    this.#source = source;
    this.#edits = edits;
    this.#names = names;
    this.#awaiting = [topLevelAwait];
  }

  enter(node: AstNode, parent: AstNode | undefined): boolean {
    if (isFunction(node)) this.#enterFunction(node);
    else if (this.#awaiting.at(-1)) this.#enterAwaiting(node, parent);
    return true;
  }

  leave(node: AstNode, parent: AstNode | undefined): void {
    const { keeper } = this.#names;
    if (isFunction(node)) this.#leaveFunction(node);
    if (node.type === 'AwaitExpression') this.#edits.insert(node.end, `,${keeper}),${keeper})`);
    if (isForAwait(node)) this.#leaveForAwait(node);
    if (isOutermostForAwait(node, parent)) {
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
    if (!awaits) return;
    const declaration = `const ${this.#names.keeper}={};`;
    if (body.type === 'BlockStatement') {
      const directives = list(body, 'body').filter((each) => typeof each.directive === 'string');
      const last = directives.at(-1);
      this.#edits.insert(last?.end ?? body.start + 1, last ? `;${declaration}` : declaration);
    } else {
      this.#edits.insert(this.#arrowEnd(node), `{${declaration}return (`);
    }
  }

  #leaveFunction(node: AstNode): void {
    const awaits = this.#awaiting.pop();
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
    if (isOutermostForAwait(node, parent)) this.#edits.insert(node.start, 'try{');
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
        if (isForAwait(node)) this.#enterForAwait(node);
        break;
      case 'VariableDeclaration':
        if (isAwaitUsingStatement(node, parent)) this.#awaitUsing(node);
        break;
    }
  }

  /** `for await (L of E) B` → `for await (L of it(k, E)) { q(k); B }` */
  #enterForAwait(node: AstNode): void {
    const { context, keeper } = this.#names;
    const body = need(node, 'body');
    const of = skipParens(this.#source, need(node, 'left').end);
    this.#insertAfterKeyword(of + 'of'.length, `${context}.it(${keeper},`);
    if (body.type === 'BlockStatement') this.#edits.insert(body.start + 1, this.#restore);
    else this.#edits.insert(body.start, `{${this.#restore}`);
  }

  #leaveForAwait(node: AstNode): void {
    this.#edits.insert(lastParen(this.#source, need(node, 'right').end), ')');
    if (need(node, 'body').type !== 'BlockStatement') this.#edits.insert(node.end, '}');
  }

  /**
   * Leaving the block awaits what it disposes. Two plain disposables around the author's, which are
   * disposed in reverse order, save the context before that and restore it after.
   */
  #awaitUsing(node: AstNode): void {
    const { context, keeper } = this.#names;
    const disposable = (suffix: string, body: string): string =>
      `using ${context}${suffix}${node.start}={[Symbol.dispose]:()=>${body}};`;
    this.#edits.insert(node.start, disposable('b', `${context}.q(${keeper})`));
    this.#edits.insert(node.end, `;${disposable('a', `${context}.s(0,${keeper})`)}`);
  }
}

function isForAwait(node: AstNode): boolean {
  return node.type === 'ForOfStatement' && node.await === true;
}

/** A `for await` with the labels before it: nothing may come between a label and its loop. */
function isOutermostForAwait(node: AstNode, parent: AstNode | undefined): boolean {
  let inner: AstNode | undefined = node;
  while (inner?.type === 'LabeledStatement') inner = child(inner, 'body');
  return inner !== undefined && isForAwait(inner) && parent?.type !== 'LabeledStatement';
}

function isAwaitUsingStatement(node: AstNode, parent: AstNode | undefined): boolean {
  return node.kind === 'await using' && !parent?.type.startsWith('For');
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
