/**
 * The line that is being typed into a `readline` interface on a terminal: text, cursor, history,
 * what was cut, and what can be undone. It knows nothing of the screen.
 */

interface State {
  line: string;
  cursor: number;
}

/** Edits that can be taken back. */
const UNDO_LIMIT = 2048;
/** Pieces that were cut and can be put back. */
const CUT_LIMIT = 32;

export interface HistoryOptions {
  history: string[];
  historySize: number;
  removeHistoryDuplicates: boolean;
}

export class LineEditor {
  line = '';
  cursor = 0;
  readonly history: string[];
  readonly #options: HistoryOptions;
  #at = -1;
  /** What was typed before the arrows were used: only lines that begin with it are recalled. */
  #search: string | undefined;
  #undone: State[] = [];
  #undo: State[] = [];
  readonly #cut: string[] = [];
  #cutAt = -1;

  constructor(options: HistoryOptions) {
    this.#options = options;
    this.history = options.history;
  }

  get before(): string {
    return this.line.slice(0, this.cursor);
  }

  get after(): string {
    return this.line.slice(this.cursor);
  }

  set(line: string, cursor = line.length): void {
    this.line = line;
    this.cursor = cursor;
  }

  insert(text: string): void {
    this.#remember();
    this.set(this.before + text + this.after, this.cursor + text.length);
  }

  /** Takes the finished line, into the history too. @returns whether the history has changed */
  finish(): { line: string; isNew: boolean } {
    const { history } = this;
    const { historySize, removeHistoryDuplicates } = this.#options;
    const { line } = this;
    this.#undo = [];
    this.#undone = [];
    this.#at = -1;
    this.#search = undefined;
    const isKept = line !== '' && historySize > 0 && line.trim() !== '';
    if (isKept && history[0] !== line) {
      if (removeHistoryDuplicates) {
        const known = history.indexOf(line);
        if (known >= 0) history.splice(known, 1);
      }
      history.unshift(line);
      if (history.length > historySize) history.pop();
    }
    this.set('');
    return { line, isNew: isKept };
  }

  /** Code units of the character before the cursor. */
  get leftLength(): number {
    return [...this.before].at(-1)?.length ?? 0;
  }

  get rightLength(): number {
    return [...this.after][0]?.length ?? 0;
  }

  /** Code units from the cursor back to the beginning of a word. */
  get leftWord(): number {
    const reversed = [...this.before].reverse().join('');
    return /^\s*(?:[^\w\s]+|\w+)?/.exec(reversed)?.[0].length ?? 0;
  }

  get rightWord(): number {
    return /^(?:\s+|[^\w\s]+|\w+)\s*/.exec(this.after)?.[0].length ?? 0;
  }

  /** As the word is deleted, which is not quite how it is passed. */
  get rightWordToDelete(): number {
    return /^(?:\s+|\W+|\w+)\s*/.exec(this.after)?.[0].length ?? 0;
  }

  /** @returns whether there was anything to delete */
  delete(left: number, right: number, isCut = false): boolean {
    if (left === 0 && right === 0) return false;
    this.#remember();
    const from = this.cursor - left;
    const removed = this.line.slice(from, this.cursor + right);
    this.set(this.line.slice(0, from) + this.after.slice(right), from);
    if (isCut) this.#keepCut(removed);
    return true;
  }

  #keepCut(text: string): void {
    if (text === '' || text === this.#cut[0]) return;
    this.#cut.unshift(text);
    this.#cutAt = 0;
    if (this.#cut.length > CUT_LIMIT) this.#cut.pop();
  }

  /** What was cut last, to be put back. */
  get cut(): string {
    return this.#cut[this.#cutAt] ?? '';
  }

  /** Exchanges what was just put back for what was cut before it. */
  yankBefore(): boolean {
    const last = this.#cut[this.#cutAt];
    if (last === undefined || this.#cut.length < 2 || !this.before.endsWith(last)) return false;
    this.#cutAt = (this.#cutAt + 1) % this.#cut.length;
    const text = this.#cut[this.#cutAt] ?? '';
    const head = this.before.slice(0, -last.length);
    this.set(head + text + this.after, head.length + text.length);
    return true;
  }

  /** @param step 1: to older lines @returns whether the line has changed */
  recall(step: 1 | -1): boolean {
    this.#search ??= this.before;
    const { history } = this;
    const [search, from] = [this.#search, this.#at];
    if (step > 0 ? from >= history.length || history.length === 0 : from < 0) return false;
    this.#remember();
    let at = from + step;
    while (at >= 0 && at < history.length && !this.#isOther(history[at] ?? '', search)) at += step;
    this.#at = Math.max(-1, Math.min(at, history.length));
    this.set(history[this.#at] ?? search);
    return true;
  }

  #isOther(line: string, search: string): boolean {
    return line.startsWith(search) && line !== this.line;
  }

  /** Another key than an arrow was pressed. */
  forgetSearch(): void {
    if (this.#search === undefined) return;
    this.#search = undefined;
    if (this.#at === this.history.length) this.#at = -1;
  }

  undo(): boolean {
    return this.#restore(this.#undo, this.#undone);
  }

  redo(): boolean {
    return this.#restore(this.#undone, this.#undo);
  }

  #restore(from: State[], to: State[]): boolean {
    const state = from.pop();
    if (!state) return false;
    to.push({ line: this.line, cursor: this.cursor });
    this.set(state.line, state.cursor);
    return true;
  }

  #remember(): void {
    this.#undo.push({ line: this.line, cursor: this.cursor });
    if (this.#undo.length > UNDO_LIMIT) this.#undo.shift();
    this.#undone = [];
  }
}
