/** Errors of the compiler, with the codes that Node 24 gives them. */

import { lineStarts, positionAt } from './text.ts';

export type CompileErrorCode =
  | 'ERR_INVALID_TYPESCRIPT_SYNTAX'
  | 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX';

export interface CompileErrorPlace {
  path: string;
  source: string;
  /** Offset of the first offending character. */
  start: number;
  /** Offset after the last one. */
  end: number;
}

/** The source cannot be compiled. */
export class CompileError extends SyntaxError {
  override readonly name = 'SyntaxError';
  /** Absent for an error of JavaScript itself. */
  readonly code: CompileErrorCode | undefined;
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** 0-based. */
  readonly column: number;
  /** How many characters the caret underlines; 0 at the end of the file. */
  readonly length: number;

  constructor(message: string, place: CompileErrorPlace, code?: CompileErrorCode) {
    super(message);
    this.code = code;
    this.path = place.path;
    const position = positionAt(lineStarts(place.source), place.start);
    this.line = position.line;
    this.column = position.column;
    this.length = place.end - place.start;
  }
}

/** Makes the errors of one file. */
export class ErrorFactory {
  readonly #path: string;
  readonly #source: string;

  constructor(path: string, source: string) {
    this.#path = path;
    this.#source = source;
  }

  syntax(message: string, start: number, end: number, code?: CompileErrorCode): CompileError {
    return new CompileError(message, { path: this.#path, source: this.#source, start, end }, code);
  }

  unsupported(message: string, start: number, end: number): CompileError {
    return this.syntax(message, start, end, 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX');
  }
}
