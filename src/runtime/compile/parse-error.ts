/**
 * The parser's errors in Node's words: V8's for JavaScript, the type stripper's for TypeScript.
 *
 * For TypeScript, Node finds grammatical errors when it strips types and the rest when V8 compiles
 * what remains, so only the former carry a code. Both are told apart by `typescript` below.
 */

import type { CompileError, ErrorFactory } from './errors.ts';
import { type Expectation, isParseProblem, type ParseProblem } from './parser.ts';
import { type Token, tokenAt } from './token.ts';

interface Wording {
  /** What acorn says. */
  acorn: RegExp;
  /** Absent where V8 says the same. */
  javascript?: string;
  /** Absent where the type stripper leaves the error to V8. */
  typescript?: string;
}

/** In a script `await` is a name, so that the parser is surprised by what follows it. */
const AWAIT_BEFORE = /(?<![\w$.])await\s+$/;
const AWAIT_OUTSIDE = 'await is only valid in async functions and the top level bodies of modules';

const WORDINGS: readonly Wording[] = [
  {
    acorn: /^Unterminated string constant/,
    javascript: 'Invalid or unexpected token',
    typescript: 'Unterminated string constant',
  },
  {
    acorn: /^Unterminated template/,
    javascript: 'Unterminated template literal',
    typescript: 'Unterminated template',
  },
  {
    acorn: /^Unterminated regular expression/,
    javascript: 'Invalid regular expression: missing /',
    typescript: 'Unterminated regexp literal',
  },
  {
    acorn: /^Unexpected character|^Invalid number/,
    javascript: 'Invalid or unexpected token',
    typescript: 'Invalid or unexpected token',
  },
  {
    acorn: /^Identifier directly after number/,
    javascript: 'Invalid or unexpected token',
    typescript: 'Identifier cannot follow number',
  },
  {
    acorn: /^Cannot use keyword 'await'/,
    javascript: AWAIT_OUTSIDE,
    typescript: "await isn't allowed in non-async function",
  },
  {
    acorn: /^'return' outside/,
    javascript: 'Illegal return statement',
    typescript: 'Return statement is not allowed here',
  },
  {
    acorn: /^Unsyntactic break/,
    javascript: 'Illegal break statement',
    typescript:
      "A 'break' statement can only be used within an enclosing iteration or switch statement",
  },
  {
    acorn: /^Unsyntactic continue/,
    javascript: 'Illegal continue statement: no surrounding iteration statement',
    typescript:
      "A 'continue' statement can only jump to a label of an enclosing iteration statement",
  },
  {
    acorn: /^Assigning to rvalue|^Optional chaining cannot appear/,
    javascript: 'Invalid left-hand side in assignment',
    typescript: 'Invalid assignment target',
  },
  {
    acorn: /^Duplicate constructor/,
    javascript: 'A class may only have one constructor',
    typescript: 'A class can only have one constructor',
  },
  {
    acorn: /^Complex binding patterns/,
    javascript: 'Missing initializer in destructuring declaration',
    typescript: 'Destructuring bindings require initializers',
  },
  {
    acorn: /^Missing catch or finally/,
    javascript: 'Missing catch or finally after try',
    typescript: 'Expected a semicolon',
  },
  { acorn: /^Illegal newline after throw/, typescript: "LineBreak cannot follow 'throw'" },
  {
    acorn: /^Logical expressions and coalesce/,
    javascript: 'Nullish coalescing cannot be mixed with logical operators without parentheses',
    typescript:
      'Nullish coalescing operator(??) requires parens when mixing with logical operators',
  },
  {
    acorn: /^'new\.target' can only/,
    javascript: 'new.target expression is not allowed here',
    typescript:
      "'new.target' is only allowed in the body of a function declaration, function expression, or class.",
  },
  {
    acorn: /^'with' in strict/,
    javascript: 'Strict mode code may not include a with statement',
    typescript:
      "The 'with' statement is not supported. All symbols in a 'with' block will have type 'any'.",
  },
  { acorn: /^Identifier '.*' has already been|^Invalid regular expression: |^Private field/ },
  { acorn: /^The keyword '(?:enum|await)'/, javascript: 'Unexpected reserved word' },
  { acorn: /^The keyword '/, javascript: 'Unexpected strict mode reserved word' },
  { acorn: /^super\(\) call|^'super' keyword/, javascript: "'super' keyword unexpected here" },
  {
    acorn: /^Deleting local/,
    javascript: 'Delete of an unqualified identifier in strict mode.',
  },
  {
    acorn: /^(?:Binding|Assigning to) (?:eval|arguments) in strict/,
    javascript: 'Unexpected eval or arguments in strict mode',
  },
  {
    acorn: /^Argument name clash/,
    javascript: 'Duplicate parameter name not allowed in this context',
  },
  {
    acorn: /^Redefinition of __proto__/,
    javascript: 'Duplicate __proto__ fields are not allowed in object literals',
  },
];

/** @returns what to throw: a `CompileError`, or `error` itself when it is no syntax error */
export function translateParseError(
  error: unknown,
  source: string,
  typescript: boolean,
  errors: ErrorFactory,
): CompileError | Error {
  if (!isParseProblem(error)) return error instanceof Error ? error : new Error(String(error));
  const token = tokenAt(source, error.pos);
  const said = error.message.replace(/ \(\d+:\d+\)$/, '');
  const { start, end } = placeOf(error, token, source, typescript);
  const [awaiting] = AWAIT_BEFORE.exec(source.slice(0, error.pos)) ?? [];
  if (said === 'Unexpected token' && awaiting !== undefined && !typescript) {
    const at = error.pos - awaiting.length;
    return errors.syntax(AWAIT_OUTSIDE, at, at + 'await'.length);
  }
  if (said === 'Unexpected token') {
    const message = typescript
      ? expectedByStripper(error.expectation, token)
      : unexpectedToV8(error.expectation, token);
    return errors.syntax(message, start, end, typescript ? INVALID : undefined);
  }
  if (MODULE_SYNTAX.test(said) && !typescript) {
    const isImport = token.text === 'import';
    return errors.syntax(isImport ? IMPORT_OUTSIDE : unexpectedToV8(undefined, token), start, end);
  }
  const wording = WORDINGS.find(({ acorn }) => acorn.test(said));
  if (typescript && (!wording || wording.typescript)) {
    return errors.syntax(wording?.typescript ?? said, start, end, INVALID);
  }
  return errors.syntax(wording?.javascript ?? said, start, end);
}

/** What acorn says of a statement that only ES modules have. */
const MODULE_SYNTAX = /^'import' and 'export' may/;
const IMPORT_OUTSIDE = 'Cannot use import statement outside a module';

const INVALID = 'ERR_INVALID_TYPESCRIPT_SYNTAX';

function placeOf(
  { pos, expectation, binding, message }: ParseProblem,
  token: Token,
  source: string,
  typescript: boolean,
): { start: number; end: number } {
  if (expectation === 'initializer') return binding;
  // acorn is already past the opening sign of these; they end with the line.
  if (/^Unterminated (?:template|regular)/.test(message)) {
    return { start: pos - 1, end: pos - 1 + (/.*/.exec(source.slice(pos - 1))?.[0].length ?? 1) };
  }
  if (token.kind !== 'end') return { start: pos, end: pos + token.text.length };
  // The type stripper reports the end of a file on the last line that has text.
  const last = typescript ? source.replace(/\r?\n$/, '').length : source.length;
  return { start: last, end: last };
}

function expectedByStripper(expectation: Expectation | undefined, token: Token): string {
  switch (expectation) {
    case 'expression':
      return 'Expression expected';
    case 'identifier':
      return 'Expected ident';
    case 'end':
      return "Expected ';', '}' or <eof>";
    case 'initializer':
      return "'const' declarations must be initialized";
    case undefined:
      if (token.kind === 'keyword') return 'Expression expected';
      return token.kind === 'end' ? 'Unexpected eof' : `Unexpected token \`${described(token)}\``;
    default:
      return `Expected '${expectation.token}', got '${described(token)}'`;
  }
}

function described({ kind, text }: Token): string {
  const names = {
    end: '<eof>',
    identifier: 'ident',
    number: 'numeric literal',
    string: 'string literal',
  };
  return kind in names ? names[kind as keyof typeof names] : text;
}

function unexpectedToV8(expectation: Expectation | undefined, { kind, text }: Token): string {
  if (expectation === 'initializer') return 'Missing initializer in const declaration';
  switch (kind) {
    case 'end':
      return 'Unexpected end of input';
    case 'identifier':
      return `Unexpected identifier '${text}'`;
    case 'number':
    case 'string':
      return `Unexpected ${kind}`;
    case 'template':
      return 'Unexpected template string';
    default:
      return `Unexpected token '${text}'`;
  }
}
