/** What Tab completes in a `readline` interface (`lib/internal/readline/interface.js`). */
import { textWidth } from './display.ts';

export type Completer = (
  line: string,
  done?: (error: unknown, found?: [string[], string]) => void,
) => unknown;

export class Completion {
  readonly candidates: readonly string[];
  /** The part of the line that they complete. */
  readonly typed: string;

  constructor(candidates: readonly string[], typed: string) {
    this.candidates = candidates ?? [];
    this.typed = typed;
  }

  /** The candidates in columns, as a second Tab shows them. An empty one begins a new group. */
  static table(candidates: readonly string[], columns: number): string {
    const widths = candidates.map((each) => textWidth(each));
    const width = Math.max(...widths) + 2;
    const fitting = Math.floor(columns / width) || 1;
    const perRow = fitting === Number.POSITIVE_INFINITY ? 1 : fitting;
    let text = '\r\n';
    let inRow = 0;
    let gap = 0;
    for (const [at, candidate] of candidates.entries()) {
      if (candidate === '' || inRow === perRow) {
        text += '\r\n';
        inRow = 0;
        gap = 0;
      } else text += ' '.repeat(gap);
      if (candidate === '') text += '\r\n';
      else {
        text += candidate;
        gap = width - (widths[at] ?? 0);
        inRow++;
      }
    }
    return inRow > 0 ? `${text}\r\n\r\n` : text;
  }
}

/** The longest text that all of `texts` begin with. */
export function commonPrefix(texts: readonly string[]): string {
  const [first = '', ...others] = texts;
  let length = first.length;
  while (others.some((each) => !each.startsWith(first.slice(0, length)))) length--;
  return first.slice(0, length);
}
