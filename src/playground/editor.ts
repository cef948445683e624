/** The editor of one file: CodeMirror, loaded with the first Edit. */
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { bracketMatching, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { openSearchPanel, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap } from '@codemirror/view';
import { loaded } from '../shared/loaded.ts';
import type { Disposable } from './cleanup.ts';
import { syntaxErrors } from './editor-errors.ts';
import { noticePanel } from './editor-notice.ts';
import { editorHighlight, editorTheme } from './editor-theme.ts';
import { EditorTools } from './editor-tools.ts';
import type { TypeSource } from './editor-types.ts';

export interface EditorOptions {
  text: string;
  /** Accessible name. */
  label: string;
  /** Id of the element that tells how to leave the editor with the keyboard. */
  describedBy: string;
  /** Decides by its extension what is coloured. */
  name: string;
  /** What the text is compared with, when it is; empty for a file of the reader's own. */
  original: () => string;
  onChange: (text: string) => void;
  /** Brings back the reader's edit that was set aside. */
  onBringBack?: () => void;
  /** What the button for checking types asks. */
  types: TypeSource;
  /** Waits for what a button does, and says why when it fails. */
  attempt: (action: Promise<void>) => void;
}

export interface Editor extends Disposable {
  readonly text: string;
  /** Replaces the text as one change, which Undo takes back. */
  replace(text: string): void;
  /** Marks what differs from the original, or no longer. */
  showChanges(shown: boolean): Promise<void>;
  /** A sentence that stands above the text, or none. */
  notice(sentence: string): void;
  /** Whether a button offers to bring back an edit that was set aside. */
  offerOwn(offered: boolean): void;
  focus(): void;
}

function language(name: string): Extension {
  if (!/\.([cm]?[jt]s|json)$/.test(name)) return [];
  return javascript({ typescript: /\.[cm]?ts$/.test(name) });
}

/** What the button loads when it is first pressed, compressed: TypeScript and Node's types. */
const TYPES_SIZE = '1 MB';

/** The button that loads TypeScript and switches its checks on and off, and what they found. */
function addTypes(
  tools: EditorTools,
  { types, name, attempt }: EditorOptions,
  configure: (extension: Extension) => void,
): void {
  const found = document.createElement('span');
  found.setAttribute('role', 'status');
  const check = async () => {
    found.textContent = 'Loading the checker…';
    const { typeChecking } = await loaded(import('./editor-types.ts'));
    const extension = await typeChecking(types, name, (problems) => {
      const errors = problems === 1 ? '1 type error' : `${problems} type errors`;
      found.textContent = problems === 0 ? 'No type errors' : errors;
    });
    found.textContent = 'Checking…';
    configure(extension);
    button.ariaPressed = 'true';
    button.textContent = 'Check types';
  };
  const button = tools.add({
    text: `Check types (${TYPES_SIZE})`,
    toggles: true,
    onPress() {
      if (button.ariaPressed === 'true') {
        button.ariaPressed = 'false';
        found.textContent = '';
        return configure([]);
      }
      const checked = check();
      checked.catch(() => {
        found.textContent = '';
      });
      attempt(checked);
    },
  });
  button.after(found);
}

/**
 * Opens an editor that fills `host`. Tab indents; Escape, then Tab, leaves: CodeMirror lets go of
 * Tab for two seconds after Escape.
 */
export function openEditor(host: HTMLElement, options: EditorOptions): Editor {
  const tools = new EditorTools(`Tools for ${options.name}`);
  const own = tools.add({ text: 'Bring my edit back', onPress: () => options.onBringBack?.() });
  own.hidden = true;
  const changes = new Compartment();
  const notice = new Compartment();
  const types = new Compartment();
  const toggle = tools.add({
    text: 'What changed',
    toggles: true,
    onPress: () => options.attempt(showChanges(toggle.ariaPressed !== 'true', true)),
  });
  tools.add({ text: 'Find', onPress: () => openSearchPanel(view) });
  const showChanges = async (shown: boolean, inPage: boolean) => {
    if (!shown && toggle.ariaPressed !== 'true') return;
    const { changesAgainst, showFirstChange } = await loaded(import('./editor-changes.ts'));
    const extension = shown ? changesAgainst(options.original()) : [];
    toggle.ariaPressed = String(shown);
    view.dispatch({ effects: changes.reconfigure(extension) });
    if (shown) showFirstChange(view, inPage);
  };
  if (/\.[cm]?[jt]s$/.test(options.name))
    addTypes(tools, options, (extension) => {
      view.dispatch({ effects: types.reconfigure(extension) });
    });
  const view = new EditorView({
    parent: host,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        search({ top: true }),
        keymap.of([indentWithTab, ...searchKeymap, ...defaultKeymap, ...historyKeymap]),
        changes.of([]),
        tools.extension,
        notice.of([]),
        syntaxErrors(options.name),
        types.of([]),
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
    showChanges: (shown) => showChanges(shown, false),
    notice(sentence) {
      view.dispatch({ effects: notice.reconfigure(sentence === '' ? [] : noticePanel(sentence)) });
    },
    offerOwn(offered) {
      own.hidden = !offered;
    },
    focus: () => view.focus(),
    dispose: () => view.destroy(),
  };
}
