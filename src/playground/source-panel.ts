/** One TypeScript file of a pair: the static block, and the editor that takes its place. */
import type { Editor } from './editor.ts';
import { loadEditor } from './load-editor.ts';
import { findPart } from './parts.ts';

export interface SourcePanelOptions {
  root: HTMLElement;
  /** Unique in the page. */
  hintId: string;
  onChange: () => void;
}

export class SourcePanel {
  readonly name: string;
  readonly original: string;
  readonly #root: HTMLElement;
  readonly #block: HTMLElement;
  readonly #hint: HTMLElement;
  readonly #onChange: () => void;
  #editor: Editor | undefined;
  #opening: Promise<Editor> | undefined;
  #closed = false;

  constructor({ root, hintId, onChange }: SourcePanelOptions) {
    this.#root = root;
    this.#block = findPart(root, 'block');
    this.#hint = findPart(root, 'hint');
    this.#hint.id = hintId;
    this.#onChange = onChange;
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

  /** Shows how the text stands to the sample: `edited`, or nothing. */
  mark(words: string): void {
    findPart(this.#root, 'edited').textContent = words;
  }

  /** Brings the original back, as a change that the editor's Undo takes back. */
  restore(): void {
    if (this.edited) this.#editor?.replace(this.original);
  }

  dispose(): void {
    this.#closed = true;
    this.#editor?.dispose();
    this.#editor = undefined;
    this.#opening = undefined;
    this.#block.hidden = false;
    this.#hint.hidden = true;
  }

  async #create(text: string): Promise<Editor> {
    this.#closed = false;
    const { openEditor } = await loadEditor();
    const host = findPart(this.#root, 'editor');
    const editor = openEditor(host, {
      text,
      name: this.name,
      label: `Edit ${this.name}`,
      describedBy: this.#hint.id,
      onChange: this.#onChange,
    });
    if (this.#closed) {
      editor.dispose();
      return editor;
    }
    this.#editor = editor;
    // The block stays where it is, unseen, and so keeps the height that the editor fills.
    this.#block.style.visibility = 'hidden';
    this.#hint.hidden = false;
    return editor;
  }
}
