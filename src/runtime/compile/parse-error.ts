/** The parser's errors in Node's words: V8's for JavaScript, the type stripper's for TypeScript. */

import type { CompileError, ErrorFactory } from './errors.ts';
import { identifierEnd } from './text.ts';

/** @returns what to throw: a `CompileError`, or `error` itself when it is no syntax error */
export function translateParseError(
  error: unknown,
  source: string,
  typescript: boolean,
  errors: ErrorFactory,
): CompileError | Error {
  if (!(error instanceof SyntaxError) || !('pos' in error) || typeof error.pos !== 'number') {
    return error instanceof Error ? error : new Error(String(error));
  }
  const start = error.pos;
  const end = tokenEnd(source, start);
  const message = error.message.replace(/ \(\d+:\d+\)$/, '');
  const code = typescript ? 'ERR_INVALID_TYPESCRIPT_SYNTAX' : undefined;
  return errors.syntax(reword(message, source.slice(start, end)), start, end, code);
}

function reword(message: string, token: string): string {
  if (message !== 'Unexpected token') return message;
  if (token === '') return 'Unexpected end of input';
  if (/^[\p{ID_Start}$_]/u.test(token)) return `Unexpected identifier '${token}'`;
  return `Unexpected token '${token}'`;
}

function tokenEnd(source: string, start: number): number {
  const end = identifierEnd(source, start);
  return end > start ? end : Math.min(source.length, start + 1);
}
