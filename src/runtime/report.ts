/** What Node prints when an error ends a program: place, line, caret, stack, version. */
import { inspect } from '../node/internal/inspect.ts';
import { NODE_VERSION } from '../node/internal/version.ts';
import type { CompileError } from './compile/errors.ts';
import type { Sources } from './loader/source.ts';
import { sourceUrl } from './loader/source.ts';
import { type Place, placeOfError } from './stack.ts';

const HIDDEN = '[a value that cannot be shown]';
export const VERSION_LINE = `Node.js v${NODE_VERSION} (Interleave's embedded engine)`;

/** @param wasThrown to a callback of the loop: then the caret points at the `throw`, as V8 tells Node */
export function formatUncaught(error: unknown, sources: Sources, wasThrown: boolean): string {
  try {
    if (isCompileError(error)) return formatCompileError(error, sources);
    const place = placeOfError(error, sources);
    const excerpt = place ? `${excerptOf(place, wasThrown)}\n` : '';
    if (error instanceof Error) return `${excerpt}${show(error)}\n\n${VERSION_LINE}\n`;
    return uncaught(`${excerpt}Uncaught:\n${show(error)}`);
  } catch {
    // A revoked proxy, an error whose `stack` throws, a program that broke what the report needs.
    return uncaught(`Uncaught:\n${plainText(error)}`);
  }
}

/** Why a thread ends although its program did not fail: something that the runtime needs is broken. */
export function formatFault(error: unknown): string {
  const what = plainText(error);
  return `The engine cannot go on. The program has probably changed a built-in that it needs:\n${what}\n\n${VERSION_LINE}\n`;
}

function uncaught(text: string): string {
  return `${text}\n(Use \`node --trace-uncaught ...\` to show where the exception was thrown)\n\n${VERSION_LINE}\n`;
}

/** Uses no method of any built-in. */
function plainText(error: unknown): string {
  try {
    const { name, message } = error as Error;
    return `${name}: ${message}`;
  } catch {
    return HIDDEN;
  }
}

/** The warning of exit code 13. */
export function formatUnsettledAwait(path: string): string {
  return `Warning: Detected unsettled top-level await at ${sourceUrl(path)}\n`;
}

function excerptOf({ path, line, column, text }: Place, wasThrown: boolean): string {
  const start = text.search(/\S/);
  const isThrow = wasThrown && text.startsWith('throw ', start) && start < column;
  return `${sourceUrl(path)}:${line}\n${text}\n${caret(text, isThrow ? start : column, 1)}\n`;
}

/** Spaces and tabs as in the line above, so that the caret stands under its place. */
function caret(text: string, column: number, length: number): string {
  return text.slice(0, column).replace(/[^\t]/g, ' ') + '^'.repeat(length);
}

function isCompileError(error: unknown): error is CompileError {
  return error instanceof SyntaxError && typeof Reflect.get(error, 'path') === 'string';
}

function formatCompileError(error: CompileError, sources: Sources): string {
  const { path, line, column, length, code, message } = error;
  const text = sources.textOf(path).split('\n')[line - 1] ?? '';
  const visible = Math.max(0, Math.min(length, text.length - column));
  const marked = `${sourceUrl(path)}:${line}\n${text}\n${caret(text, column, visible)}`;
  const name = code ? `SyntaxError [${code}]` : 'SyntaxError';
  const tail = code ? ` {\n  code: '${code}'\n}` : '';
  return `${marked}\n\n${name}: ${message}${tail}\n\n${VERSION_LINE}\n`;
}

/** An error raised by the loader has no frame of the program; `inspect` would put it in brackets. */
function show(value: unknown): string {
  try {
    const shown = inspect(value);
    const { stack } = value instanceof Error ? value : {};
    const isBare = stack !== undefined && shown.startsWith(`[${stack}]`);
    return isBare ? stack + shown.slice(stack.length + 2) : shown;
  } catch {
    // A hostile value: its own inspection throws.
    return HIDDEN;
  }
}
