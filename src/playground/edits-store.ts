/**
 * The reader's edits, kept across reloads, one record per program. The hash of the original is kept
 * with them: after a release that changes the sample, an edit is still shown, and said to be older.
 */
import { editKey } from './edit-key.ts';
import type { Edits } from './program.ts';
import type { Held } from './set-aside.ts';

export interface StoredEdit {
  /** Hash of the original sources that the edit started from. */
  original: string;
  files: Edits;
  /** Which file is started, where the reader chooses that. */
  entry?: string;
  /** What of it an experiment or a link put there. */
  shown?: Held['shown'];
  /** Own edits of the reader that gave way to it. */
  aside?: Held['aside'];
}

/** What the store needs of `localStorage`. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

function parseEdit(text: string): StoredEdit | undefined {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) return undefined;
  if (!('original' in value) || !('files' in value)) return undefined;
  const { original, files } = value;
  const texts = parseFiles(files);
  if (typeof original !== 'string' || texts === undefined) return undefined;
  const edit: StoredEdit = { original, files: texts };
  if ('entry' in value && typeof value.entry === 'string') edit.entry = value.entry;
  if ('shown' in value) edit.shown = parseShown(value.shown);
  if ('aside' in value && Array.isArray(value.aside)) {
    edit.aside = value.aside.map(parseFiles).filter((each) => each !== undefined);
  }
  return edit;
}

function parseFiles(value: unknown): Edits | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = Object.entries(value).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(entries);
}

function parseShown(value: unknown): Held['shown'] {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!('by' in value) || !('files' in value)) return undefined;
  const { by } = value;
  const files = parseFiles(value.files);
  if ((by !== 'experiment' && by !== 'link') || files === undefined) return undefined;
  return { by, files };
}

export class EditsStore {
  readonly #storage: () => TextStorage;
  /** What this page last read or wrote, by program. */
  readonly #seen = new Map<string, string>();

  /** @param storage asked at each use, because reading `window.localStorage` itself may throw */
  constructor(storage: () => TextStorage) {
    this.#storage = storage;
  }

  /** The kept edit, or `undefined` when there is none that can be read. */
  load(program: string): StoredEdit | undefined {
    try {
      const text = this.#storage().getItem(editKey(program));
      this.#seen.set(program, text ?? '');
      return text === null ? undefined : parseEdit(text);
    } catch {
      // Storage that is denied, or a record that is not ours: the reader starts from the original.
      return undefined;
    }
  }

  /** What another page of the same program has kept since: saving would put this page's in its place. */
  fromElsewhere(program: string): StoredEdit | undefined {
    const seen = this.#seen.get(program) ?? '';
    const kept = this.load(program);
    return this.#seen.get(program) === seen ? undefined : kept;
  }

  /** Keeps `edit`, or forgets it when it has no files, none set aside either. Answers whether the browser kept it. */
  save(program: string, edit: StoredEdit): boolean {
    try {
      const storage = this.#storage();
      const isEmpty = Object.keys(edit.files).length === 0 && (edit.aside ?? []).length === 0;
      const text = isEmpty ? '' : JSON.stringify(edit);
      if (isEmpty) storage.removeItem(editKey(program));
      else storage.setItem(editKey(program), text);
      this.#seen.set(program, text);
      return true;
    } catch {
      // Denied or full. The edit lives on in the page; the caller tells the reader.
      return false;
    }
  }
}
