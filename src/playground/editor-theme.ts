/**
 * The editor in the clothes of the static block that it replaces: the same face, size, line height
 * and padding, and the `syn-` classes that the build gives to the same parts of a program.
 */
import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

export const editorTheme = EditorView.theme({
  '&': { height: '100%', color: 'var(--il-text)', backgroundColor: 'var(--il-surface)' },
  '&.cm-focused': { outline: '3px solid var(--il-focus)', outlineOffset: '-3px' },
  '.cm-scroller': {
    overflow: 'auto',
    fontFamily: 'var(--il-font-code)',
    fontSize: 'var(--pair-size)',
    lineHeight: 'var(--pair-line)',
    fontVariantLigatures: 'none',
  },
  '.cm-content': { padding: 'var(--il-space-3) 0', caretColor: 'var(--il-text)' },
  '.cm-line': { padding: '0 var(--il-space-4)' },
  '.cm-cursor': { borderLeftColor: 'var(--il-text)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    { backgroundColor: 'var(--pair-soft)' },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--pair-soft)',
    outline: '1px solid var(--pair-hue)',
  },
});

export const editorHighlight = HighlightStyle.define([
  { tag: tags.comment, class: 'syn-comment' },
  { tag: [tags.keyword, tags.self], class: 'syn-keyword' },
  { tag: [tags.string, tags.special(tags.string), tags.escape], class: 'syn-string' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], class: 'syn-constant' },
  {
    tag: [tags.function(tags.variableName), tags.function(tags.propertyName)],
    class: 'syn-function',
  },
  { tag: [tags.typeName, tags.className, tags.namespace], class: 'syn-type' },
]);
