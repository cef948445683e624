/** The editor of one file: CodeMirror, loaded with the first Edit. */
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { bracketMatching, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap } from '@codemirror/view';
import type { Disposable } from './cleanup.ts';
import { editorHighlight, editorTheme } from './editor-theme.ts';

export interface EditorOptions {
  text: string;
  /** Accessible name. */
  label: string;
  /** Id of the element that tells how to leave the editor with the keyboard. */
  describedBy: string;
  /** Decides by its extension what is coloured. */
  name: string;
  onChange: (text: string) => void;
}

export interface Editor extends Disposable {
  readonly text: string;
  /** Replaces the text as one change, which Undo takes back. */
  replace(text: string): void;
  focus(): void;
}

function language(name: string): Extension {
  if (!/\.([cm]?[jt]s|json)$/.test(name)) return [];
  return javascript({ typescript: /\.[cm]?ts$/.test(name) });
}

/**
 * Opens an editor that fills `host`. Tab indents; Escape, then Tab, leaves: CodeMirror lets go of
 * Tab for two seconds after Escape.
 */
export function openEditor(host: HTMLElement, options: EditorOptions): Editor {
  const view = new EditorView({
    parent: host,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        keymap.of([indentWithTab, ...defaultKeymap, ...historyKeymap]),
        language(options.name),
        syntaxHighlighting(editorHighlight),
        editorTheme,
        EditorView.contentAttributes.of({
          'aria-label': options.label,
          'aria-describedby': options.describedBy,
          tabindex: '0',
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) options.onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    get text() {
      return view.state.doc.toString();
    },
    replace(text) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    focus: () => view.focus(),
    dispose: () => view.destroy(),
  };
}
