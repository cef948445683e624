/** The line that is being typed into a `readline` interface on a terminal: text, cursor, history. */
import type { Key } from './keypress.ts';

/** What a key asks for beyond changing the line. */
export type Effect = 'line' | 'interrupt' | 'end' | 'change';

export class LineEditor {
  line = '';
  cursor = 0;
  readonly history: string[] = [];
  readonly #historySize: number;
  #at = -1;

  constructor(historySize: number) {
    this.#historySize = historySize;
  }

  /** @returns the finished line */
  take(): string {
    const { line } = this;
    if (line !== '' && this.#historySize > 0 && this.history[0] !== line)
      this.history.unshift(line);
    this.history.length = Math.min(this.history.length, this.#historySize);
    this.#at = -1;
    this.set('');
    return line;
  }

  set(line: string): void {
    this.line = line;
    this.cursor = line.length;
  }

  insert(text: string): void {
    this.line = this.line.slice(0, this.cursor) + text + this.line.slice(this.cursor);
    this.cursor += text.length;
  }

  type(text: string | undefined, key: Partial<Key>): Effect {
    if (key.ctrl) return this.#control(key.name ?? '');
    switch (key.name) {
      case 'return':
      case 'enter':
        return 'line';
      case 'backspace':
        this.#delete(this.cursor - this.#before(), this.cursor);
        break;
      case 'delete':
        this.#delete(this.cursor, this.cursor + this.#after());
        break;
      case 'left':
        this.cursor -= this.#before();
        break;
      case 'right':
        this.cursor += this.#after();
        break;
      case 'home':
        this.cursor = 0;
        break;
      case 'end':
        this.cursor = this.line.length;
        break;
      case 'up':
      case 'down':
        this.#recall(key.name === 'up' ? 1 : -1);
        break;
      default:
        if (text !== undefined) this.insert(text);
    }
    return 'change';
  }

  #control(name: string): Effect {
    switch (name) {
      case 'c':
        return 'interrupt';
      case 'd':
        if (this.line === '') return 'end';
        this.#delete(this.cursor, this.cursor + this.#after());
        break;
      case 'u':
        this.#delete(0, this.cursor);
        break;
      case 'k':
        this.#delete(this.cursor, this.line.length);
        break;
      case 'w':
        this.#delete(this.line.slice(0, this.cursor).search(/\S*\s*$/), this.cursor);
        break;
      case 'a':
        this.cursor = 0;
        break;
      case 'e':
        this.cursor = this.line.length;
        break;
      case 'b':
        this.cursor -= this.#before();
        break;
      case 'f':
        this.cursor += this.#after();
        break;
      case 'p':
      case 'n':
        this.#recall(name === 'p' ? 1 : -1);
        break;
      default:
        // Node too ignores the other control keys.
        break;
    }
    return 'change';
  }

  /** Code units of the character before the cursor. */
  #before(): number {
    return [...this.line.slice(0, this.cursor)].at(-1)?.length ?? 0;
  }

  #after(): number {
    return [...this.line.slice(this.cursor)][0]?.length ?? 0;
  }

  #delete(from: number, to: number): void {
    this.line = this.line.slice(0, from) + this.line.slice(to);
    this.cursor = from;
  }

  #recall(step: number): void {
    const next = this.#at + step;
    if (next < -1 || next >= this.history.length) return;
    this.#at = next;
    this.set(this.history[next] ?? '');
  }
}
