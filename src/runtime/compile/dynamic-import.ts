/** `import()` and `import.meta`, which code that is evaluated as a function cannot use itself. */

import { type AstNode, child, type Visitor } from './ast.ts';
import type { Edits } from './edits.ts';
import type { Names } from './names.ts';

export class DynamicImportRewriter implements Visitor {
  readonly #edits: Edits;
  readonly #names: Names;

  constructor(edits: Edits, names: Names) {
    this.#edits = edits;
    this.#names = names;
  }

  enter(node: AstNode): boolean {
    if (node.type === 'ImportExpression') {
      this.#edits.replace(node.start, node.start + 'import'.length, `${this.#names.context}.i`);
    }
    if (node.type === 'MetaProperty' && child(node, 'meta')?.name === 'import') {
      this.#edits.replace(node.start, node.end, `${this.#names.context}.meta`);
    }
    return true;
  }
}
