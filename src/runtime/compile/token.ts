/** The token at an offset, as far as error messages tell tokens apart. */

import { identifierEnd } from './text.ts';

export type TokenKind =
  | 'end'
  | 'identifier'
  | 'keyword'
  | 'number'
  | 'string'
  | 'template'
  | 'sign';

export interface Token {
  kind: TokenKind;
  text: string;
}

const KEYWORDS = new Set(
  (
    'break case catch class const continue debugger default delete do else export extends false ' +
    'finally for function if import in instanceof new null return super switch this throw true ' +
    'try typeof var void while with'
  ).split(' '),
);
const NUMBER = /(?:\d[\w.]*|\.\d\w*)/y;
const STRING = /"(?:\\.|[^"\\\n\r])*"?|'(?:\\.|[^'\\\n\r])*'?/y;
const SIGN =
  />>>=|\.\.\.|===|!==|\*\*=|<<=|>>=|>>>|&&=|\|\|=|\?\?=|=>|[=!<>]=|\+\+|--|<<|>>|&&|\|\||\?\?|\?\.|\*\*|[-+*/%&|^]=|[^\n\r]/y;

export function tokenAt(source: string, offset: number): Token {
  if (offset >= source.length) return { kind: 'end', text: '' };
  if (source[offset] === '`') return { kind: 'template', text: '`' };
  for (const [kind, pattern] of [
    ['number', NUMBER],
    ['string', STRING],
  ] as const) {
    const text = match(pattern, source, offset);
    if (text) return { kind, text };
  }
  const word = source.slice(offset, identifierEnd(source, offset));
  if (word) return { kind: KEYWORDS.has(word) ? 'keyword' : 'identifier', text: word };
  return { kind: 'sign', text: match(SIGN, source, offset) };
}

function match(pattern: RegExp, source: string, offset: number): string {
  pattern.lastIndex = offset;
  return pattern.exec(source)?.[0] ?? '';
}
