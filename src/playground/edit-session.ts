/** The reader's edit of one program: its editors, what is kept of it, and how it is marked. */

import type { TypeSource } from './editor-types.ts';
import type { EditsStore, StoredEdit } from './edits-store.ts';
import { attempt } from './parts.ts';
import type { Edits } from './program.ts';
import {
  authorOf,
  bringBack,
  type Held,
  type Origin,
  putInPlace,
  withOriginal,
  withOthers,
} from './set-aside.ts';
import { SourcePanel } from './source-panel.ts';

export interface EditSessionOptions {
  store: EditsStore;
  /** Names the program in the store, and in the ids of this page. */
  key: string;
  /** Hash of the original sources. */
  originalHash: string;
  /** The pair. */
  root: ParentNode;
  /** The TypeScript blocks of the pair. */
  roots: Iterable<HTMLElement>;
  onChange: () => void;
  openTypes: TypeSource['open'];
  announce: (sentence: string) => void;
}

const FROM_LINK =
  'This code came with a link: somebody else wrote it. It runs only when you press Run.';

const FROM_ELSEWHERE =
  'This program was also changed in another tab. “Bring my edit back” shows what you wrote there.';

/** How a file is marked that differs from the original, by who wrote it. */
const words = { reader: 'edited', experiment: 'experiment', link: 'not yours' } as const;

export class EditSession {
  readonly #options: EditSessionOptions;
  readonly #panels: SourcePanel[];
  #outdated = false;
  #kept = true;
  #shown: Held['shown'];
  #aside: Held['aside'] = [];

  constructor(options: EditSessionOptions) {
    this.#options = options;
    this.#panels = Array.from(
      options.roots,
      (root) =>
        new SourcePanel({
          root,
          hintId: `hint-${options.key}-${root.dataset.source}`.replace(/[^\w-]/g, '-'),
          onChange: () => this.#save(),
          types: { open: options.openTypes, files: () => ({ ...this.originals, ...this.edits }) },
          attempt: (action) => attempt(options.root, action),
          onBringBack: () => attempt(options.root, this.bringBack()),
        }),
    );
  }

  /** The original texts, by file name. */
  get originals(): Edits {
    return Object.fromEntries(this.#panels.map(({ name, original }) => [name, original]));
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
    this.#shown = kept.shown;
    this.#aside = kept.aside ?? [];
    await Promise.all(
      this.#panels.map((panel) => panel.show(kept.files[panel.name] ?? panel.text)),
    );
    // Without an editor nothing would offer what is set aside.
    if (!this.edited && this.#aside.length > 0) await this.#panels[0]?.open();
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
    this.#mark();
    editor?.focus();
  }

  /**
   * Shows `files` where they differ from the original. What the reader wrote is set aside and can be
   * brought back.
   * @param original hash of the sources that `files` began with, when it may be another one
   */
  async put(by: Origin, files: Edits, original = this.#options.originalHash): Promise<void> {
    this.#outdated = original !== this.#options.originalHash;
    const { originals } = this;
    const changed = Object.entries(files).filter(([name, text]) => originals[name] !== text);
    await this.#hold(putInPlace(this.#held, by, Object.fromEntries(changed)));
    // An experiment is its change; a stranger's program is first of all to be read.
    await this.#showChanges(by === 'experiment');
  }

  /** Shows the reader's edit that was set aside last. */
  async bringBack(): Promise<void> {
    await this.#hold(bringBack(this.#held));
    await this.#showChanges(false);
    this.#options.announce('Your own edit is shown again.');
  }

  /** Brings every original back. */
  async reset(): Promise<void> {
    this.#outdated = false;
    await this.#hold(withOriginal(this.#held));
    await this.#showChanges(false);
  }

  /** The text of the file that `node` belongs to, as it stands. */
  textAt(node: Node): string | undefined {
    return this.#panels.find((panel) => panel.contains(node))?.text;
  }

  dispose(): void {
    for (const panel of this.#panels) panel.dispose();
  }

  get #held(): Held {
    return { files: this.edits, shown: this.#shown, aside: this.#aside };
  }

  /** What is to be kept is kept before the editors change: a page may go away at any time. */
  async #hold(held: Held): Promise<void> {
    this.#shown = held.shown;
    this.#aside = held.aside;
    this.#keep(held);
    await Promise.all(
      this.#panels.map((panel) => panel.show(held.files[panel.name] ?? panel.original)),
    );
    this.#mark();
  }

  async #showChanges(shown: boolean): Promise<void> {
    await Promise.all(this.#panels.map((panel) => panel.showChanges(shown && panel.edited)));
  }

  #save(): void {
    this.#keep(this.#held);
    this.#mark();
  }

  #keep(held: Held): void {
    const { store, key, originalHash, announce } = this.#options;
    const other = store.fromElsewhere(key);
    const { files, shown, aside } =
      other === undefined ? held : withOthers(held, { aside: [], ...other });
    if (aside.length > held.aside.length) announce(FROM_ELSEWHERE);
    this.#aside = aside;
    const original = this.#outdated ? '' : originalHash;
    const edit: StoredEdit = { original, files, aside };
    if (shown !== undefined) edit.shown = shown;
    const kept = store.save(key, edit);
    if (this.#kept && !kept) {
      announce('This browser does not let the page keep your edit: a reload loses it.');
    }
    this.#kept = kept;
  }

  #mark(): void {
    for (const panel of this.#panels) {
      panel.mark(this.#words(panel));
      panel.offerOwn(this.#aside.length > 0);
      panel.notice(this.#shown?.by === 'link' ? FROM_LINK : '');
    }
    this.#options.onChange();
  }

  #words(panel: SourcePanel): string {
    if (!panel.edited) return '';
    if (!this.#kept) return 'edited, not kept';
    if (this.#outdated) return 'edit of an older version';
    return words[authorOf(this.#held) ?? 'reader'];
  }
}
