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
  '.cm-panels': {
    color: 'var(--il-text)',
    backgroundColor: 'var(--il-surface)',
    fontFamily: 'var(--il-font-text)',
    fontSize: 'var(--il-size-small)',
  },
  '.cm-panels-top': { borderBottom: '1px solid var(--il-line)' },
  '.cm-panels-bottom': { borderTop: '1px solid var(--il-line)' },
  '.cm-panel.cm-search': { paddingInlineEnd: '2rem' },
  '.cm-textfield, .cm-button': {
    minHeight: '24px',
    border: '1px solid var(--il-line-strong)',
    borderRadius: 'var(--il-radius)',
    color: 'var(--il-text)',
    background: 'var(--il-surface)',
    fontSize: 'inherit',
  },
  '.cm-panel.cm-search [name=close]': {
    minWidth: '24px',
    minHeight: '24px',
    color: 'var(--il-text)',
  },
  '.cm-searchMatch': { backgroundColor: 'var(--pair-soft)', outline: '1px solid var(--pair-hue)' },
  '.cm-searchMatch-selected': { outlineWidth: '2px' },
  '.editor-notice': {
    margin: '0',
    padding: 'var(--il-space-1) var(--il-space-4)',
    borderInlineStart: '4px solid var(--il-warn)',
  },
  '.editor-tools': {
    display: 'flex',
    flexWrap: 'wrap',
    gap: 'var(--il-space-1)',
    padding: '2px var(--il-space-2)',
  },
  '.editor-tools button': {
    minHeight: '1.75rem',
    padding: '0 var(--il-space-2)',
    border: '1px solid transparent',
    borderRadius: 'var(--il-radius)',
    color: 'var(--il-text)',
    background: 'none',
    font: 'inherit',
  },
  '.editor-tools [role=status]': { alignSelf: 'center', color: 'var(--il-muted)' },
  '.editor-tools button:hover': { borderColor: 'var(--il-line-strong)' },
  '.editor-tools button[aria-pressed=true]': {
    borderColor: 'var(--pair-hue)',
    backgroundColor: 'var(--pair-soft)',
  },
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
