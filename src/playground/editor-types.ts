/** TypeScript's checker in an editor: its errors, the type under the pointer, and what can follow. */
import { autocompletion, type CompletionContext } from '@codemirror/autocomplete';
import { type Diagnostic, linter } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import { EditorView, hoverTooltip } from '@codemirror/view';
import type { TypeClient } from './types/type-client.ts';

export interface TypeSource {
  /** The page's checker, loaded on first use. */
  open: () => Promise<TypeClient>;
  /** Every file of the program as it stands. */
  files: () => Readonly<Record<string, string>>;
}

const QUIET_MS = 500;

/** @param onChecked told after every check how many problems there are */
export async function typeChecking(
  { open, files }: TypeSource,
  name: string,
  onChecked: (problems: number) => void,
): Promise<Extension> {
  const client = await open();
  const place = () => ({ files: files(), name });
  const check = async (): Promise<Diagnostic[]> => {
    const problems = await client.ask<'check'>({ kind: 'check', ...place() });
    onChecked(problems.length);
    return problems.map((problem) => ({ ...problem, source: 'TypeScript' }));
  };
  const complete = async (context: CompletionContext) => {
    const word = context.matchBefore(/[\w$]*/);
    const from = word?.from ?? context.pos;
    const follows = context.state.sliceDoc(from - 1, from) === '.';
    if (!context.explicit && !follows && word?.text === '') return null;
    const position = context.pos;
    const found = await client.ask<'complete'>({ kind: 'complete', position, ...place() });
    const options = found.map(({ label, kind }) => ({ label, type: kind }));
    return { from, options, validFor: /^[\w$]*$/ };
  };
  return [
    linter(check, { delay: QUIET_MS }),
    hoverTooltip(async (_, position) => {
      const text = await client.ask<'describe'>({ kind: 'describe', position, ...place() });
      return text === undefined ? null : { pos: position, create: () => ({ dom: typeOf(text) }) };
    }),
    autocompletion({ override: [complete], icons: false }),
    typesTheme,
  ];
}

function typeOf(text: string): HTMLElement {
  const dom = document.createElement('code');
  dom.className = 'editor-type';
  dom.textContent = text;
  return dom;
}

const typesTheme = EditorView.theme({
  '.editor-type': {
    display: 'block',
    maxWidth: 'min(40rem, 90vw)',
    padding: 'var(--il-space-1) var(--il-space-2)',
    fontFamily: 'var(--il-font-code)',
    whiteSpace: 'pre-wrap',
  },
  '.cm-tooltip-autocomplete ul li': { minHeight: '24px', fontFamily: 'var(--il-font-code)' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    color: 'var(--il-text)',
    backgroundColor: 'var(--pair-soft)',
    outline: '1px solid var(--pair-hue)',
  },
});
