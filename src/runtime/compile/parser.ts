/**
 * The parsers: acorn, and acorn with the TypeScript plugin and two corrections of it.
 *
 * The plugin's inner methods are not in acorn's declarations, so the shape that is used is written
 * down here. A version of the plugin without them fails every test of this folder.
 */

import { tsPlugin } from '@sveltejs/acorn-typescript';
import { Parser, tokTypes } from 'acorn';

interface Attempt {
  node: unknown;
  error: unknown;
}

interface PluginParser {
  type: { label: string };
  tryParse(parse: () => unknown): Attempt;
  parseConditional(test: unknown, start: number, place: unknown, ...rest: unknown[]): unknown;
  parseMaybeAssign(forInit?: unknown): unknown;
  shouldParseArrow(items: unknown): boolean;
  startNodeAt(start: number, place: unknown): Record<string, unknown>;
  finishNode(node: unknown, type: string): unknown;
  next(): void;
  expect(type: unknown): void;
}

/** `compile` itself checks what is exported: the plugin would also refuse the names of types. */
function withoutExportCheck(Base: typeof Parser): typeof Parser {
  return class extends Base {
    checkLocalExport(): undefined {
      return undefined;
    }
  };
}

/**
 * `a ? (b) : c => d`: the plugin takes `(b): c => d` for an arrow function with a return type, and
 * then misses the colon. As TypeScript does, try again without return types in the first branch.
 */
function withBareBranches(Base: typeof Parser): typeof Parser {
  const Plugin = Base as unknown as new (...args: unknown[]) => PluginParser;
  class BranchParser extends Plugin {
    #refuseReturnTypes = false;
    #typedArrows = 0;

    override shouldParseArrow(items: unknown): boolean {
      if (this.type.label !== ':') return super.shouldParseArrow(items);
      if (this.#refuseReturnTypes) return false;
      const accepted = super.shouldParseArrow(items);
      if (accepted) this.#typedArrows++;
      return accepted;
    }

    override parseConditional(
      test: unknown,
      start: number,
      place: unknown,
      ...rest: unknown[]
    ): unknown {
      if (this.type.label !== '?') return super.parseConditional(test, start, place, ...rest);
      const arrowsBefore = this.#typedArrows;
      const first = this.tryParse(() => super.parseConditional(test, start, place, ...rest));
      if (first.node) return first.node;
      // Without such an arrow the second attempt would fail too, in exponential time when nested.
      if (this.#typedArrows === arrowsBefore) throw first.error;
      const second = this.tryParse(() => this.#parseBranches(test, start, place, rest[0]));
      if (second.node) return second.node;
      throw furthest(first.error, second.error);
    }

    #parseBranches(test: unknown, start: number, place: unknown, forInit: unknown): unknown {
      const node = this.startNodeAt(start, place);
      const outer = this.#refuseReturnTypes;
      this.next();
      this.#refuseReturnTypes = true;
      try {
        node.consequent = this.parseMaybeAssign();
      } finally {
        this.#refuseReturnTypes = outer;
      }
      this.expect(tokTypes.colon);
      node.test = test;
      node.alternate = this.parseMaybeAssign(forInit);
      return this.finishNode(node, 'ConditionalExpression');
    }
  }
  return BranchParser as unknown as typeof Parser;
}

/** The error of the attempt that understood more. */
function furthest(first: unknown, second: unknown): unknown {
  const at = (error: unknown): number =>
    error instanceof Error && 'pos' in error ? Number(error.pos) : -1;
  return at(second) > at(first) ? second : first;
}

export const JavaScriptParser: typeof Parser = Parser.extend(withoutExportCheck);
export const TypeScriptParser: typeof Parser = Parser.extend(
  tsPlugin(),
  withoutExportCheck,
  withBareBranches,
);
