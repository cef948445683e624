/**
 * The files of the playground as tabs, with an editor each, made when its tab is first chosen. One
 * editor per file, rather than one that changes its text, keeps every file's Undo.
 */
import { loaded } from '../shared/loaded.ts';
import type { Editor } from './editor.ts';
import type { TypeSource } from './editor-types.ts';

export interface FileTabsOptions {
  /** Has the role `tablist`. */
  list: HTMLElement;
  panels: HTMLElement;
  /** Id of the element that tells how to leave an editor with the keyboard. */
  hintId: string;
  /** What `name` began as; empty for a file of the reader's own. */
  original: (name: string) => string;
  /** What is said above every text; empty for nothing. */
  notice: () => string;
  types: TypeSource;
  onEdit: (name: string, text: string) => void;
  /** Waits for what a tab or a button of an editor does, and says why when it fails. */
  attempt: (action: Promise<unknown>) => void;
}

interface OpenFile {
  tab: HTMLButtonElement;
  panel: HTMLElement;
  editor: Promise<Editor> | undefined;
}

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowLeft: (at, count) => (at + count - 1) % count,
  ArrowRight: (at, count) => (at + 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

export class FileTabs {
  readonly #options: FileTabsOptions;
  #files = new Map<string, OpenFile>();
  #current = '';
  #made = 0;

  constructor(options: FileTabsOptions) {
    this.#options = options;
    options.list.addEventListener('click', (event) => this.#onClick(event));
    options.list.addEventListener('keydown', (event) => this.#onKey(event));
  }

  /** The file whose tab is chosen. */
  get current(): string {
    return this.#current;
  }

  /** Shows these files instead of those that stand there. */
  show(files: ReadonlyMap<string, string>, current: string): void {
    this.dispose();
    this.#options.list.replaceChildren();
    this.#options.panels.replaceChildren();
    for (const [name, text] of files) this.#append(name, text);
    this.choose(current);
  }

  add(name: string, text: string): void {
    this.#append(name, text);
    this.choose(name);
  }

  /** The editor is made anew: another name may mean another language. */
  rename(from: string, to: string, text: string): void {
    const file = this.#files.get(from);
    if (file === undefined) return;
    this.#files = new Map(
      [...this.#files].map(([name, each]) => [name === from ? to : name, each] as const),
    );
    file.editor?.then((editor) => editor.dispose()).catch(() => undefined);
    file.editor = undefined;
    file.tab.textContent = to;
    this.#fill(to, file, text);
    this.choose(to);
  }

  remove(name: string): void {
    const file = this.#files.get(name);
    const at = [...this.#files.keys()].indexOf(name);
    this.#dispose(file);
    file?.tab.remove();
    file?.panel.remove();
    this.#files.delete(name);
    const names = [...this.#files.keys()];
    this.choose(names[Math.min(at, names.length - 1)] ?? '');
  }

  /** Shows the editor of `name`, and answers it once it is there. */
  choose(name: string): Promise<Editor> | undefined {
    this.#current = name;
    for (const [each, { tab, panel }] of this.#files) {
      const chosen = each === name;
      tab.setAttribute('aria-selected', String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      panel.hidden = !chosen;
    }
    const file = this.#files.get(name);
    if (file === undefined) return undefined;
    file.tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    file.editor ??= this.#open(name, file);
    return file.editor;
  }

  focusTab(): void {
    this.#files.get(this.#current)?.tab.focus();
  }

  dispose(): void {
    for (const file of this.#files.values()) this.#dispose(file);
    this.#files.clear();
  }

  #append(name: string, text: string): void {
    const id = ++this.#made;
    const tab = document.createElement('button');
    Object.assign(tab, { type: 'button', id: `file-tab-${id}`, textContent: name });
    tab.setAttribute('role', 'tab');
    tab.setAttribute('aria-controls', `file-panel-${id}`);
    const panel = document.createElement('div');
    panel.id = `file-panel-${id}`;
    panel.className = 'playground-file';
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', tab.id);
    const file: OpenFile = { tab, panel, editor: undefined };
    this.#fill(name, file, text);
    this.#options.list.append(tab);
    this.#options.panels.append(panel);
    this.#files.set(name, file);
  }

  /** What is read until the editor is there, and where there is none. */
  #fill(name: string, file: OpenFile, text: string): void {
    const block = document.createElement('pre');
    block.textContent = text;
    block.tabIndex = 0;
    block.setAttribute('role', 'group');
    block.setAttribute('aria-label', name);
    file.panel.replaceChildren(block);
  }

  async #create(name: string, file: OpenFile): Promise<Editor> {
    const { openEditor } = await loaded(import('./editor.ts'));
    const text = file.panel.firstElementChild?.textContent ?? '';
    const host = document.createElement('div');
    host.className = 'pair-editor';
    file.panel.replaceChildren(host);
    const editor = openEditor(host, {
      text,
      name,
      original: () => this.#options.original(name),
      label: `Edit ${name}`,
      describedBy: this.#options.hintId,
      types: this.#options.types,
      attempt: this.#options.attempt,
      onChange: (changed) => this.#options.onEdit(name, changed),
    });
    const notice = this.#options.notice();
    if (notice !== '') editor.notice(notice);
    return editor;
  }

  #open(name: string, file: OpenFile): Promise<Editor> {
    const opening = this.#create(name, file);
    opening.catch(() => {
      // Its code could not be loaded: choosing the tab tries again.
      if (file.editor === opening) file.editor = undefined;
    });
    this.#options.attempt(opening);
    return opening;
  }

  #dispose(file: OpenFile | undefined): void {
    file?.editor?.then((editor) => editor.dispose()).catch(() => undefined);
  }

  #onClick(event: MouseEvent): void {
    const tab = event.target instanceof Element ? event.target.closest('[role="tab"]') : null;
    for (const [name, file] of this.#files) if (file.tab === tab) this.choose(name);
  }

  #onKey(event: KeyboardEvent): void {
    const step = steps[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const names = [...this.#files.keys()];
    this.choose(names[step(names.indexOf(this.#current), names.length)] ?? '');
    this.focusTab();
  }
}
