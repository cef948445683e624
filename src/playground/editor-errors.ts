/**
 * Syntax errors under the text that has them, as one types: from the compiler that will run the
 * program, so that what is underlined is what Run would say. It loads apart from the editor.
 */
import { type Diagnostic, linter, lintKeymap } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import type { CompileError } from '../runtime/compile/errors.ts';
import { describeError } from './plain-errors.ts';

/** Long enough that a word being typed is no error. */
const QUIET_MS = 400;

/** Where an error is in a text, within its bounds, and at least one character wide where there is one. */
export function rangeOf(
  { line, column, length }: Pick<CompileError, 'line' | 'column' | 'length'>,
  text: string,
): { from: number; to: number } {
  const lines = text.split('\n');
  const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  const from = Math.min(before + column, text.length);
  const to = Math.min(from + Math.max(length, 1), text.length);
  // At the end of the file there is nothing to underline but the character before.
  return from === to ? { from: Math.max(0, from - 1), to } : { from, to };
}

async function findErrors(path: string, text: string): Promise<Diagnostic[]> {
  const [parser, errors] = await Promise.allSettled([
    import('../runtime/compile/compile.ts'),
    import('../runtime/compile/errors.ts'),
  ]);
  // Without a network nothing is underlined: the next letter tries again, and Run tells of errors.
  if (parser.status === 'rejected' || errors.status === 'rejected') return [];
  const { compile } = parser.value;
  const { CompileError } = errors.value;
  try {
    compile(text, { path });
    return [];
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    const message = describeError(error.message, error.line, error.column);
    return [{ ...rangeOf(error, text), severity: 'error', message }];
  }
}

const errorsTheme = EditorView.theme({
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--il-bad)',
    textDecorationSkipInk: 'none',
  },
  '.cm-tooltip': {
    color: 'var(--il-text)',
    backgroundColor: 'var(--il-surface)',
    border: '1px solid var(--il-line-strong)',
    fontFamily: 'var(--il-font-text)',
    fontSize: 'var(--il-size-small)',
  },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--il-bad)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--il-warn)' },
});

/** @param name of the file; a file that is no program has no such errors */
export function syntaxErrors(name: string): Extension {
  if (!/\.[cm]?[jt]s$/.test(name)) return [];
  return [
    linter((view) => findErrors(name, view.state.doc.toString()), { delay: QUIET_MS }),
    keymap.of(lintKeymap),
    errorsTheme,
  ];
}
