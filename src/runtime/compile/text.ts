/** Positions and tokens of source text: what the syntax tree does not tell. */

const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/g;
const TRIVIA = /(?:\s|\/\/[^\n\r\u2028\u2029]*|\/\*[\s\S]*?\*\/)*/y;
const IDENTIFIER = /(?:[\p{ID_Continue}$\u200c\u200d]|\\u\{[^}]*\}|\\u[0-9a-fA-F]{4})+/uy;

export interface Position {
  /** 1-based. */
  line: number;
  /** 0-based, in UTF-16 code units. */
  column: number;
}

/** Offsets at which lines start. */
export function lineStarts(source: string): number[] {
  const starts = [0];
  for (const match of source.matchAll(LINE_BREAK)) starts.push(match.index + match[0].length);
  return starts;
}

export function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) };
}

export function hasLineBreak(source: string, start: number, end: number): boolean {
  return /[\n\r\u2028\u2029]/.test(source.slice(start, end));
}

/** The offset of the first character after `offset` that is neither space nor comment. */
export function skipTrivia(source: string, offset: number): number {
  TRIVIA.lastIndex = offset;
  return offset + (TRIVIA.exec(source)?.[0].length ?? 0);
}

/** As `skipTrivia`, and passes closing parentheses, which belong to no node. */
export function skipParens(source: string, offset: number): number {
  let at = skipTrivia(source, offset);
  while (source[at] === ')') at = skipTrivia(source, at + 1);
  return at;
}

/** The offset after the identifier or keyword that starts at `offset`. */
export function identifierEnd(source: string, offset: number): number {
  IDENTIFIER.lastIndex = offset;
  return offset + (IDENTIFIER.exec(source)?.[0].length ?? 0);
}

/** Spaces for everything but line breaks, so that lines and columns stay. */
export function blanked(text: string): string {
  return text.replace(/[^\n\r\u2028\u2029]/g, ' ');
}
