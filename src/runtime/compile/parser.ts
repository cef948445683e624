/**
 * The parsers: acorn, and acorn with the TypeScript plugin and two corrections of it.
 *
 * The plugin's inner methods are not in acorn's declarations, so the shape that is used is written
 * down here. A version of the plugin without them fails every test of this folder.
 */

import { tsPlugin } from '@sveltejs/acorn-typescript';
import { Parser, tokTypes } from 'acorn';

/** What the parser wanted where it stopped: a certain token, or any of a kind. */
export type Expectation =
  | 'expression'
  | 'identifier'
  /** The end of a statement. */
  | 'end'
  /** The value of a `const`. */
  | 'initializer'
  | { token: string };

/** acorn's error, with what `withExpectations` adds. */
export interface ParseProblem extends SyntaxError {
  /** Offset in the source. */
  pos: number;
  expectation?: Expectation | undefined;
  /** The name last declared by `const`, with its type. */
  binding: { start: number; end: number };
}

export function isParseProblem(error: unknown): error is ParseProblem {
  return error instanceof SyntaxError && 'pos' in error && 'binding' in error;
}

interface Attempt {
  node: unknown;
  error: unknown;
}

interface TokenType {
  label: string;
}

/** What of acorn's parser is not declared. */
interface InnerParser {
  type: TokenType;
  start: number;
  lastTokEnd: number;
  expect(type: TokenType): void;
  expectContextual(name: string): void;
  semicolon(): void;
  unexpected(pos?: number | null): never;
  raise(pos: number, message: string): never;
  raiseRecoverable(pos: number, message: string): never;
  parseExprAtom(...rest: unknown[]): unknown;
  parseIdent(...rest: unknown[]): unknown;
  parseBindingAtom(): unknown;
  parseStatement(...rest: unknown[]): unknown;
  parseVarId(declarator: unknown, kind: unknown): void;
}

interface PluginParser {
  type: TokenType;
  tryParse(parse: () => unknown): Attempt;
  parseConditional(test: unknown, start: number, place: unknown, ...rest: unknown[]): unknown;
  parseMaybeAssign(forInit?: unknown): unknown;
  shouldParseArrow(items: unknown): boolean;
  readonly tsParseConstModifier: unknown;
  tsParseTypeParameters(parseModifiers: unknown): unknown;
  startNodeAt(start: number, place: unknown): Record<string, unknown>;
  finishNode(node: unknown, type: string): unknown;
  next(): void;
  expect(type: TokenType): void;
}

/** Notes on each error what was expected, so that it can be said in the words of Node. */
function withExpectations(Base: typeof Parser): typeof Parser {
  const Inner = Base as unknown as new (...args: unknown[]) => InnerParser;
  class ExpectingParser extends Inner {
    #expectation: Expectation | undefined;
    #atomStart = -1;
    #identifierStart = -1;
    #binding = { start: -1, end: -1 };

    override expect(type: TokenType): void {
      this.#expecting({ token: type.label }, () => super.expect(type));
    }

    override expectContextual(name: string): void {
      this.#expecting({ token: name }, () => super.expectContextual(name));
    }

    override semicolon(): void {
      this.#expecting('end', () => super.semicolon());
    }

    override parseStatement(...rest: unknown[]): unknown {
      if (this.type === tokTypes.eof) this.expect(tokTypes.braceR);
      return super.parseStatement(...rest);
    }

    override parseExprAtom(...rest: unknown[]): unknown {
      this.#atomStart = this.start;
      return super.parseExprAtom(...rest);
    }

    override parseIdent(...rest: unknown[]): unknown {
      this.#identifierStart = this.start;
      return super.parseIdent(...rest);
    }

    override parseVarId(declarator: unknown, kind: unknown): void {
      const { start } = this;
      super.parseVarId(declarator, kind);
      this.#binding = { start, end: kind === 'const' ? this.lastTokEnd : -1 };
    }

    override unexpected(pos?: number | null): never {
      return this.#expecting(this.#expectation ?? this.#wanted(pos ?? this.start), () =>
        super.unexpected(pos),
      );
    }

    override raise(pos: number, message: string): never {
      return this.#annotated(() => super.raise(pos, message));
    }

    override raiseRecoverable(pos: number, message: string): never {
      return this.#annotated(() => super.raiseRecoverable(pos, message));
    }

    #annotated(raise: () => never): never {
      try {
        return raise();
      } catch (error) {
        throw error instanceof SyntaxError
          ? Object.assign(error, { expectation: this.#expectation, binding: this.#binding })
          : error;
      }
    }

    #wanted(pos: number): Expectation | undefined {
      if (this.#binding.end === this.lastTokEnd) return 'initializer';
      if (this.#atomStart === pos) return 'expression';
      return this.#identifierStart === pos ? 'identifier' : undefined;
    }

    #expecting<T>(expectation: Expectation | undefined, parse: () => T): T {
      this.#expectation = expectation;
      try {
        return parse();
      } finally {
        this.#expectation = undefined;
      }
    }
  }
  return ExpectingParser as unknown as typeof Parser;
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

/** `interface A { m<const T>(value: T): T }`: the plugin knows `const` only before a body. */
function withConstSignatures(Base: typeof Parser): typeof Parser {
  const Plugin = Base as unknown as new (...args: unknown[]) => PluginParser;
  class SignatureParser extends Plugin {
    override tsParseTypeParameters(parseModifiers: unknown): unknown {
      return super.tsParseTypeParameters(parseModifiers ?? this.tsParseConstModifier);
    }
  }
  return SignatureParser as unknown as typeof Parser;
}

/** The error of the attempt that understood more. */
function furthest(first: unknown, second: unknown): unknown {
  const at = (error: unknown): number =>
    error instanceof Error && 'pos' in error ? Number(error.pos) : -1;
  return at(second) > at(first) ? second : first;
}

export const JavaScriptParser: typeof Parser = Parser.extend(withoutExportCheck, withExpectations);
export const TypeScriptParser: typeof Parser = Parser.extend(
  tsPlugin(),
  withoutExportCheck,
  withBareBranches,
  withConstSignatures,
  withExpectations,
);
