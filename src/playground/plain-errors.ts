/**
 * Errors of the compiler in words for somebody who learns the language. Node's own words are for
 * those who write parsers (“Expected ident”); they stand behind, because Run prints them.
 */

/** @returns the sentence, made of the match */
type Sentence = string | ((match: RegExpExecArray) => string);

/** What the compiler calls a piece of the text, where it does not quote it. */
const pieces: Readonly<Record<string, string>> = {
  '<eof>': 'the file ends',
  ident: 'a name stands here',
  'numeric literal': 'a number stands here',
  'string literal': 'a text in quotes stands here',
};

const REPLACES: Readonly<Record<string, string>> = {
  enum: 'an enum. Write an object instead: const Colour = { Red: 0, Blue: 1 }',
  'namespace declaration': 'a namespace. Write a module or an object instead',
  'parameter property':
    'a field that is declared as a parameter. Declare it in the class, and assign it in the constructor',
  'import equals declaration': 'import with =. Write import … from instead',
  'export assignment': 'export with =. Write export default instead',
};

const OUTSIDE_LOOP = 'works only inside a loop';
const MISSING_VALUE = 'A value is expected here: a number, a text, a name or a call, for example.';
const CONST = 'A const needs its value at once: write = and the value behind what it names.';
const ENDS = 'The file ends too early: a closing ), ] or } is missing further up.';
const APART =
  'This does not fit what stands before it. Perhaps an operator, a comma or a line break is missing.';

const sentences: readonly (readonly [RegExp, Sentence])[] = [
  [/^Expression expected$/, MISSING_VALUE],
  [/^Expected ident$/, 'A name is expected here.'],
  [/^Expected ';', '}' or <eof>$|^Unexpected (?:identifier|number|string|template)\b/, APART],
  [
    /^Expected '(.+)', got '(.+)'$/,
    ([, wanted = '', got = '']) =>
      `${wanted} is expected here, but ${pieces[got] ?? `${got} stands here`}.`,
  ],
  [/^Unexpected token [`'](.+)[`']$/, ([, token = '']) => `${token} cannot stand here.`],
  [/^'const' declarations must be|^Missing initializer in const/, CONST],
  [/^Unexpected (?:eof|end of input)$/, ENDS],
  [/^Unterminated string/, 'This text has no closing quote on its line.'],
  [/^Unterminated template/, 'This text has no closing backtick.'],
  [/^Unterminated regexp|missing \/$/, 'This regular expression has no closing /.'],
  [/^Invalid or unexpected token$/, 'The language has no such character here.'],
  [/^Identifier cannot follow number$/, 'A name cannot begin with a digit.'],
  [
    /^await is(?:n't allowed in non-async| only valid)/,
    'await works only in a function that is marked async, and outside all functions.',
  ],
  [/^(?:Illegal r|R)eturn statement/, 'return works only inside a function.'],
  [/^(?:Illegal |A ')break/, `break ${OUTSIDE_LOOP} or a switch.`],
  [/^(?:Illegal |A ')continue/, `continue ${OUTSIDE_LOOP}.`],
  [
    /^Invalid (?:assignment target|left-hand side in assignment)/,
    'Nothing can be assigned to this. On the left of = stands a name, a property or an element.',
  ],
  [
    /^Destructuring bindings require|^Missing initializer in destructuring/,
    'Names in { } or [ ] need a value to be taken from: write = and the value behind them.',
  ],
  [/^Expected a semicolon$|^Missing catch/, 'A try needs a catch or a finally behind its block.'],
  [/^LineBreak cannot follow/, 'What is thrown begins on the same line as throw.'],
  [/^Nullish coalescing/, 'Where ?? meets && or ||, one of the two needs parentheses around it.'],
  [
    /^Identifier '(.+)' has already been declared$/,
    ([, name = '']) => `${name} is declared twice. Give one of the two another name.`,
  ],
  [/reserved word$/, 'This word belongs to the language: it cannot be a name.'],
  [
    /^TypeScript (.+) is not supported in strip-only mode$/,
    ([, what = '']) =>
      `Node only takes the types away, so it cannot run ${REPLACES[what] ?? what}.`,
  ],
];

/**
 * @param message as the compiler, which uses Node's words, gives it
 * @returns the same in plain words, or the message itself where there are none
 */
export function plainError(message: string): string {
  for (const [pattern, sentence] of sentences) {
    const match = pattern.exec(message);
    if (match !== null) return typeof sentence === 'string' ? sentence : sentence(match);
  }
  return message;
}

/** The plain words, with the place that Run would name and Node's own words where they differ. */
export function describeError(message: string, line: number, column: number): string {
  const plain = plainError(message);
  const place = `Line ${line}, column ${column + 1}`;
  return plain === message ? `${message} (${place})` : `${plain} (${place}. Node: ${message})`;
}
