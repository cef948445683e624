/** One TypeScript file of a pair: the static block, and the editor that takes its place. */
import { loaded } from '../shared/loaded.ts';
import type { Editor } from './editor.ts';
import type { TypeSource } from './editor-types.ts';
import { findPart } from './parts.ts';

export interface SourcePanelOptions {
  root: HTMLElement;
  /** Unique in the page. */
  hintId: string;
  onChange: () => void;
  /** Brings back the reader's edit that was set aside. */
  onBringBack: () => void;
  types: TypeSource;
  /** Waits for what a button of the editor does, and says why when it fails. */
  attempt: (action: Promise<void>) => void;
}

export class SourcePanel {
  readonly name: string;
  readonly original: string;
  readonly #root: HTMLElement;
  readonly #block: HTMLElement;
  readonly #options: SourcePanelOptions;
  /** Where the editor stands, and how to leave it; in the page while it is open. */
  #stand: readonly HTMLElement[] = [];
  #editor: Editor | undefined;
  #opening: Promise<Editor> | undefined;
  #closed = false;
  #noticed = '';

  constructor(options: SourcePanelOptions) {
    const { root } = options;
    this.#options = options;
    this.#root = root;
    this.#block = findPart(root, 'block');
    this.name = root.dataset.source ?? '';
    this.original = this.#block.textContent ?? '';
  }

  get text(): string {
    return this.#editor?.text ?? this.original;
  }

  get edited(): boolean {
    return this.text !== this.original;
  }

  contains(node: Node): boolean {
    return this.#root.contains(node);
  }

  /** Opens the editor with `text`, at the block's very place and size. */
  async open(text = this.original): Promise<Editor> {
    if (this.#opening === undefined) {
      const opening = this.#create(text);
      this.#opening = opening;
      opening.catch(() => {
        // Its code could not be loaded: the next Edit tries again.
        if (this.#opening === opening) this.#opening = undefined;
      });
    }
    return this.#opening;
  }

  /** Shows `text`, as a change that the editor's Undo takes back. The original needs no editor. */
  async show(text: string): Promise<void> {
    if (text === this.text) return;
    const isOpen = this.#editor !== undefined;
    const editor = await this.open(text);
    if (isOpen) editor.replace(text);
  }

  /** Marks what differs from the original, or no longer. */
  async showChanges(shown: boolean): Promise<void> {
    await this.#editor?.showChanges(shown);
  }

  /** Says whose code this is; nothing when the sentence is empty. */
  notice(sentence: string): void {
    if (this.#noticed === sentence) return;
    this.#noticed = sentence;
    this.#editor?.notice(sentence);
  }

  /** Whether a button offers to bring back an edit that was set aside. */
  offerOwn(offered: boolean): void {
    this.#editor?.offerOwn(offered);
  }

  /** Shows how the text stands to the sample: `edited`, or nothing. */
  mark(words: string): void {
    findPart(this.#root, 'edited').textContent = words;
  }

  dispose(): void {
    this.#closed = true;
    this.#editor?.dispose();
    this.#editor = undefined;
    this.#opening = undefined;
    this.#clear();
  }

  async #create(text: string): Promise<Editor> {
    this.#closed = false;
    const { openEditor } = await loaded(import('./editor.ts'));
    const host = element('div', 'pair-editor');
    const hint = element('p', 'pair-hint', 'Escape, then Tab, leaves the editor');
    hint.id = this.#options.hintId;
    this.#stand = [host, hint];
    this.#block.after(host, hint);
    const editor = openEditor(host, {
      text,
      name: this.name,
      label: `Edit ${this.name}`,
      describedBy: hint.id,
      original: () => this.original,
      onChange: this.#options.onChange,
      onBringBack: this.#options.onBringBack,
      types: this.#options.types,
      attempt: this.#options.attempt,
    });
    if (this.#closed) {
      editor.dispose();
      this.#clear();
      return editor;
    }
    this.#editor = editor;
    if (this.#noticed !== '') editor.notice(this.#noticed);
    // The block stays where it is, unseen, and so keeps the height that the editor fills.
    this.#block.style.visibility = 'hidden';
    return editor;
  }

  #clear(): void {
    this.#block.style.visibility = '';
    for (const part of this.#stand) part.remove();
  }
}

function element(name: 'div' | 'p', className: string, text = ''): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}
