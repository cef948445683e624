/** What differs from the original, shown in the editor: lines that went, and marks on lines that came. */
import { getChunks, unifiedMergeView } from '@codemirror/merge';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

const changesTheme = EditorView.theme({
  '& .cm-deletedChunk': { padding: '0 var(--il-space-4)', backgroundColor: 'var(--il-sunken)' },
  '& .cm-deletedChunk .cm-deletedLine': { color: 'var(--il-bad)' },
  '& .cm-deletedChunk .cm-deletedText': { background: 'none', textDecoration: 'line-through' },
  '&.cm-merge-b .cm-changedLine, & .cm-inlineChangedLine': {
    backgroundColor: 'var(--pair-soft)',
    boxShadow: 'inset 3px 0 0 var(--pair-hue)',
  },
  '&.cm-merge-b .cm-changedText': { background: 'none', textDecoration: 'none' },
  '& .cm-changeGutter': { width: '3px', paddingLeft: '0' },
});

export function changesAgainst(original: string): Extension {
  return [
    unifiedMergeView({
      original,
      mergeControls: false,
      highlightChanges: false,
      gutter: false,
      syntaxHighlightDeletions: false,
    }),
    changesTheme,
  ];
}

/**
 * Brings the first change into sight.
 * @param inPage whether the page may scroll too, because the reader asked for the change and nothing else
 */
export function showFirstChange(view: EditorView, inPage: boolean): void {
  const [first] = getChunks(view.state)?.chunks ?? [];
  if (first === undefined) return;
  if (inPage) {
    view.dispatch({ effects: EditorView.scrollIntoView(first.fromB, { y: 'center' }) });
    return;
  }
  view.requestMeasure({
    read: () => view.lineBlockAt(Math.min(first.fromB, view.state.doc.length)).top,
    write: (top) => {
      view.scrollDOM.scrollTop = top - view.scrollDOM.clientHeight / 2;
    },
  });
}
