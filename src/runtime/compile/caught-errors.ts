/**
 * Tells the runtime what a `catch` clause caught, before the author's first statement. Engines other
 * than V8 give the errors that they raise themselves stacks and words of their own, and no hook; here
 * they can be mended before the program sees them. A pattern that takes the error apart is left.
 */
import { type AstNode, child, need, type Visitor } from './ast.ts';
import type { Edits } from './edits.ts';
import type { Names } from './names.ts';

export class CaughtErrors implements Visitor {
  readonly #edits: Edits;
  readonly #names: Names;

  constructor(edits: Edits, names: Names) {
    this.#edits = edits;
    this.#names = names;
  }

  enter(node: AstNode): boolean {
    const param = node.type === 'CatchClause' ? child(node, 'param') : undefined;
    if (param?.type === 'Identifier') {
      const call = `${this.#names.context}.c(${String(param.name)});`;
      this.#edits.insert(need(node, 'body').start + 1, call);
    }
    return true;
  }
}
