/**
 * `using` and `await using` for an engine that does not know them: WebKit. Where the engine knows
 * them, they stay as they are, so this makes a second form of a module, and only of one that has
 * them.
 *
 * What holds such a declaration becomes `const u=c.u();try{…}catch(e){u.f(e)}finally{u.e()}`: `u.a`
 * and `u.b` note what is declared, `u.f` what was thrown, and `u.e` disposes and throws. A whole
 * block goes into the `try`, a module with the code that registers its exports and its first
 * `yield`, so every name is seen from where it was seen before. What has to be awaited is awaited in
 * the function itself, between `s` and `r`, which keeps the async context and the order of
 * microtasks. Rejected: a second binding of what follows the declaration, which hoists wrongly.
 *
 * Not kept: a function with such a declaration in which a `var` and a function share one name, or
 * two functions do, is a syntax error; assigning to the name throws the words for a constant.
 */

import { type AstNode, child, list, need, text, type Visitor } from './ast.ts';
import type { AsyncContextKeeper } from './async-context.ts';
import type { Edits } from './edits.ts';
import type { Names } from './names.ts';
import { identifierEnd, skipTrivia } from './text.ts';

type Kind = 'using' | 'await using';

export class UsingLowering implements Visitor {
  readonly #source: string;
  readonly #edits: Edits;
  readonly #names: Names;
  readonly #keeper: AsyncContextKeeper;
  /** Opened by the prefix, because exports are registered in it. */
  readonly #module: AstNode | undefined;
  /** The heads of loops, whose declarations are entered later. */
  readonly #ofHeads: Set<AstNode> = new Set();

  /**
   * @param keeper enters before this visitor
   * @param module the program, if it is a module
   */
  constructor(
    source: string,
    edits: Edits,
    names: Names,
    keeper: AsyncContextKeeper,
    module: AstNode | undefined,
  ) {
    this.#source = source;
    this.#edits = edits;
    this.#names = names;
    this.#keeper = keeper;
    this.#module = module;
  }

  enter(node: AstNode, parent: AstNode | undefined): boolean {
    if (kindOfList(node) && node !== this.#module) this.#openList(node);
    else if (kindOfFor(node) && parent?.type !== 'LabeledStatement') {
      this.#edits.insert(node.start, `{${openScope(this.#names)}`);
    } else if (node.type === 'ForOfStatement') this.#enterForOf(node);
    else if (kindOf(node)) this.#declaration(node);
    return true;
  }

  leave(node: AstNode, parent: AstNode | undefined): void {
    const listed = kindOfList(node);
    const head = kindOfFor(node);
    const left = node.type === 'ForOfStatement' ? kindOf(need(node, 'left')) : undefined;
    const declared = kindOf(node);
    if (listed) this.#edits.insert(endOfList(node), this.#close(listed));
    else if (head && parent?.type !== 'LabeledStatement') {
      this.#edits.insert(node.end, `${this.#close(head)}}`);
    } else if (left) this.#edits.insert(node.end, `${this.#close(left)}}`);
    else if (declared && !this.#ofHeads.has(node)) this.#closeInitialisers(node);
  }

  #openList(node: AstNode): void {
    const last = list(node, 'body')
      .filter((each) => typeof each.directive === 'string')
      .at(-1);
    const start = node.type === 'Program' ? 0 : this.#source.indexOf('{', node.start) + 1;
    this.#edits.insert(last?.end ?? start, `${last ? ';' : ''}${openScope(this.#names)}`);
  }

  /** `for (using x of E) B` → `for (const x of E) {…try{u.a(x);B}…}` */
  #enterForOf(node: AstNode): void {
    const left = need(node, 'left');
    const kind = kindOf(left);
    if (!kind) return;
    this.#ofHeads.add(left);
    const [name] = list(left, 'declarations').map((each) => text(need(each, 'id'), 'name'));
    const note = `${this.#note(kind)}${name});`;
    this.#edits.insert(need(node, 'body').start, `{${openScope(this.#names)}${note}`);
  }

  #declaration(node: AstNode): void {
    const first = identifierEnd(this.#source, node.start);
    const isAwait = node.kind === 'await using';
    const end = isAwait ? identifierEnd(this.#source, skipTrivia(this.#source, first)) : first;
    this.#edits.replace(node.start, end, 'const');
    if (this.#ofHeads.has(node)) return;
    const note = this.#note(isAwait ? 'await using' : 'using');
    for (const declarator of list(node, 'declarations')) {
      const value = withoutTypes(need(declarator, 'init'));
      this.#edits.insert(value.start, note + around(declarator, value)[0]);
    }
  }

  #closeInitialisers(node: AstNode): void {
    for (const declarator of list(node, 'declarations')) {
      const value = withoutTypes(need(declarator, 'init'));
      this.#edits.insert(value.end, `${around(declarator, value)[1]})`);
    }
  }

  #note(kind: Kind): string {
    return `${this.#names.scope}.${kind === 'using' ? 'a' : 'b'}(`;
  }

  #close(kind: Kind): string {
    const { context, keeper, scope } = this.#names;
    const restore = this.#keeper.awaits ? `${context}.q(${keeper});` : '';
    const fail = `catch(e){${restore}${scope}.f(e)}`;
    const step = `try{${context}.r(await ${context}.s(${scope}.v,${keeper}),${keeper})}${fail}`;
    const wait = kind === 'await using' ? `while(${scope}.n())${step}` : '';
    return `}${fail}finally{${wait}${scope}.e()}`;
  }
}

/** What stands before the statements that a scope holds. */
export function openScope({ context, scope }: Names): string {
  return `const ${scope}=${context}.u();try{`;
}

/** Whether the module itself holds such a declaration, so that its prefix must open the scope. */
export function isScope(node: AstNode): boolean {
  return kindOfList(node) !== undefined;
}

/** Whether the node is a declaration that this lowers. */
export function isUsing(node: AstNode): boolean {
  return kindOf(node) !== undefined;
}

function kindOf({ type, kind }: AstNode): Kind | undefined {
  if (type !== 'VariableDeclaration') return undefined;
  return kind === 'using' || kind === 'await using' ? kind : undefined;
}

function kindOfList(node: AstNode): Kind | undefined {
  if (!/^(?:Program|BlockStatement|StaticBlock)$/.test(node.type)) return undefined;
  const kinds = list(node, 'body').map(kindOf);
  return kinds.find((kind) => kind === 'await using') ?? kinds.find((kind) => kind);
}

/** For a `for (using x = …;;)`, with the labels before it: nothing may come between them. */
function kindOfFor(node: AstNode): Kind | undefined {
  let inner: AstNode | undefined = node;
  while (inner?.type === 'LabeledStatement') inner = child(inner, 'body');
  const init = inner?.type === 'ForStatement' ? child(inner, 'init') : undefined;
  return init && kindOf(init);
}

/** Where the scope of a list ends: a program may end in a comment. */
function endOfList(node: AstNode): number {
  if (node.type !== 'Program') return node.end - 1;
  return list(node, 'body').at(-1)?.end ?? node.end;
}

/** Type syntax stays outside: where it is blanked, a semicolon may be put. */
function withoutTypes(node: AstNode): AstNode {
  const inner =
    /^(?:TS(?:As|Satisfies|NonNull)|Parenthesized)Expression$/.test(node.type) &&
    child(node, 'expression');
  return inner ? withoutTypes(inner) : node;
}

/** What keeps a value one argument, and gives a function the name that the declaration gives it. */
function around(declarator: AstNode, value: AstNode): [before: string, after: string] {
  if (value.type === 'SequenceExpression') return ['(', ')'];
  const isAnonymous =
    /^(?:(?:Arrow)?Function|Class)Expression$/.test(value.type) && !child(value, 'id');
  if (!isAnonymous) return ['', ''];
  const name = JSON.stringify(text(need(declarator, 'id'), 'name'));
  return [`{[${name}]:`, `}[${name}]`];
}
