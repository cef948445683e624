/**
 * Changes to a source text, applied in one go, with a record of how columns moved.
 *
 * Replacements are padded to the length of what they replace and keep its line breaks, so most
 * edits move nothing. A source map would say the same in more bytes and needs a decoder.
 */

import type { ColumnEntry } from './compiled-module.ts';
import { blanked, lineStarts, positionAt } from './text.ts';

interface Edit {
  start: number;
  end: number;
  text: string;
  /** Offset in `text` that stands for `start` in stack traces. */
  anchor: number;
}

/** A generated offset and the source offset that it stands for. */
type Mark = [generated: number, source: number];

export interface Edited {
  code: string;
  columns: ColumnEntry[];
}

export class Edits {
  readonly #source: string;
  readonly #edits: Edit[] = [];
  readonly #aliases: [at: number, shown: number][] = [];

  constructor(source: string) {
    this.#source = source;
  }

  /** Inserts `text`. At one position, what was inserted first comes first. */
  insert(at: number, text: string): void {
    this.#edits.push({ start: at, end: at, text, anchor: 0 });
  }

  /** Puts `text` where `start` to `end` was; `anchor` marks the part of it that can throw. */
  replace(start: number, end: number, text: string, anchor = 0): void {
    this.#edits.push({ start, end, text: this.#fit(start, end, text), anchor });
  }

  /** Puts spaces where `start` to `end` was, after `first`. */
  blank(start: number, end: number, first: ';' | '(' | '' = ''): void {
    if (end > start) this.replace(start, end, first);
  }

  /** Stack traces that point to the source offset `at` shall show `shown` instead. */
  alias(at: number, shown: number): void {
    this.#aliases.push([at, shown]);
  }

  /** @param prefix text on the first line, before the source */
  apply(prefix: string): Edited {
    const marks: Mark[] = [[prefix.length, 0]];
    let code = prefix;
    let done = 0;
    this.#aliases.sort(([a], [b]) => a - b);
    for (const edit of this.#sorted()) {
      code += this.#copy(done, edit.start, code.length, marks);
      if (edit.end > edit.start) marks.push([code.length + edit.anchor, edit.start]);
      code += edit.text;
      marks.push([code.length, edit.end]);
      done = edit.end;
    }
    code += this.#copy(done, this.#source.length, code.length, marks);
    return { code, columns: this.#columns(code, marks) };
  }

  #sorted(): Edit[] {
    return this.#edits.sort(
      (a, b) => a.start - b.start || Number(a.end > a.start) - Number(b.end > b.start),
    );
  }

  #fit(start: number, end: number, text: string): string {
    const covered = Math.min(end, start + text.length);
    const breaks = this.#source.slice(start, covered).replace(/[^\n\r\u2028\u2029]/g, '');
    return text + breaks + blanked(this.#source.slice(covered, end));
  }

  /** Passes on unchanged source, and marks the aliases in it. */
  #copy(from: number, to: number, generated: number, marks: Mark[]): string {
    for (let alias = this.#aliases[0]; alias && alias[0] < to; alias = this.#aliases[0]) {
      const [at, shown] = alias;
      if (at >= from) {
        const place = generated + at - from;
        marks.push([place, shown], [place + 1, at + 1]);
      }
      this.#aliases.shift();
    }
    return this.#source.slice(from, to);
  }

  #columns(code: string, marks: readonly Mark[]): ColumnEntry[] {
    const generatedStarts = lineStarts(code);
    const sourceStarts = lineStarts(this.#source);
    const columns: ColumnEntry[] = [];
    let current = { line: 0, shift: 0 };
    for (const [generated, source] of marks) {
      const { line, column } = positionAt(generatedStarts, generated);
      const sourceColumn = positionAt(sourceStarts, source).column;
      const shift = sourceColumn - column;
      if (shift === (current.line === line ? current.shift : 0)) continue;
      current = { line, shift };
      const last = columns.at(-1);
      if (last?.[0] === line && last[1] === column) columns.pop();
      columns.push([line, column, sourceColumn]);
    }
    return columns;
  }
}
