/** The reader's edit of one program: its editors, what is kept of it, and how it is marked. */
import type { EditsStore, StoredEdit } from './edits-store.ts';
import type { Edits } from './program.ts';
import { SourcePanel } from './source-panel.ts';

export interface EditSessionOptions {
  store: EditsStore;
  /** Names the program in the store, and in the ids of this page. */
  key: string;
  /** Hash of the original sources. */
  originalHash: string;
  /** The TypeScript blocks of the pair. */
  roots: Iterable<HTMLElement>;
  onChange: () => void;
  announce: (sentence: string) => void;
}

export class EditSession {
  readonly #options: EditSessionOptions;
  readonly #panels: SourcePanel[];
  #outdated = false;
  #kept = true;

  constructor(options: EditSessionOptions) {
    this.#options = options;
    this.#panels = Array.from(
      options.roots,
      (root) =>
        new SourcePanel({
          root,
          hintId: `hint-${options.key}-${root.dataset.source}`.replace(/[^\w-]/g, '-'),
          onChange: () => this.#save(),
        }),
    );
  }

  /** Texts that differ from the original, by file name. */
  get edits(): Edits {
    const edited = this.#panels.filter((panel) => panel.edited);
    return Object.fromEntries(edited.map((panel) => [panel.name, panel.text]));
  }

  get edited(): boolean {
    return this.#panels.some((panel) => panel.edited);
  }

  /** Opens editors on an edit that was kept from an earlier visit. */
  async restoreKept(): Promise<void> {
    const kept = this.#options.store.load(this.#options.key);
    if (kept === undefined) return;
    this.#outdated = kept.original !== this.#options.originalHash;
    await Promise.all(
      this.#panels.map((panel) => {
        const text = kept.files[panel.name];
        return text === undefined ? undefined : panel.open(text);
      }),
    );
    this.#mark();
    if (!this.edited) return;
    this.#options.announce(
      this.#outdated
        ? 'Your edit is of an older version of this sample. Reset shows the new one.'
        : 'Your edit of this sample is shown. Reset brings the original back.',
    );
  }

  /** Opens the editor of the file that `node` belongs to, and moves the reader into it. */
  async edit(node: Node): Promise<void> {
    const panel = this.#panels.find((candidate) => candidate.contains(node));
    const editor = await panel?.open();
    editor?.focus();
  }

  /** Brings every original back. */
  reset(): void {
    this.#outdated = false;
    for (const panel of this.#panels) panel.restore();
    this.#save();
  }

  /** The text of the file that `node` belongs to, as it stands. */
  textAt(node: Node): string | undefined {
    return this.#panels.find((panel) => panel.contains(node))?.text;
  }

  dispose(): void {
    for (const panel of this.#panels) panel.dispose();
  }

  #save(): void {
    const { store, key, originalHash, announce } = this.#options;
    const edit: StoredEdit = { original: originalHash, files: this.edits };
    const kept = store.save(key, edit);
    if (this.#kept && !kept) {
      announce('This browser does not let the page keep your edit: a reload loses it.');
    }
    this.#kept = kept;
    this.#mark();
  }

  #mark(): void {
    for (const panel of this.#panels) panel.mark(this.#words(panel));
    this.#options.onChange();
  }

  #words(panel: SourcePanel): string {
    if (!panel.edited) return '';
    if (!this.#kept) return 'edited, not kept';
    return this.#outdated ? 'edit of an older version' : 'edited';
  }
}
