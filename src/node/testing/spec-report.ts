/** What `node:test` prints: Node's `spec` reporter, which is the default. */
import { inspect } from '../internal/inspect.ts';
import type { Outcome } from './test.ts';

export interface Report {
  name: string;
  depth: number;
  milliseconds: number;
  outcome: Outcome;
  error: unknown;
  /** The words after `#`. */
  note: string;
  hasChildren: boolean;
  diagnostics: readonly string[];
  /** Where the test was declared. */
  place: string;
}

export type Counts = Record<
  'tests' | 'suites' | 'pass' | 'fail' | 'cancelled' | 'skipped' | 'todo',
  number
>;

const symbols: Readonly<Record<Outcome, string>> = {
  pass: '✔',
  fail: '✖',
  cancelled: '✖',
  skipped: '﹣',
  todo: '✔',
};

export class SpecReport {
  readonly #write: (text: string) => void;
  readonly #failed: Report[] = [];
  /** Names of the tests that are open and have been printed, from the outside in. */
  #opened: string[] = [];

  constructor(write: (text: string) => void) {
    this.#write = write;
  }

  /** @param path names of the tests that it is in */
  add(report: Report, path: readonly string[]): void {
    const common = path.findIndex((name, at) => this.#opened[at] !== name);
    const from = common < 0 ? path.length : common;
    for (let at = from; at < path.length; at++) this.#write(`${indent(at)}▶ ${path[at]}\n`);
    this.#opened = [...path];
    this.#write(`${indent(report.depth)}${line(report)}\n`);
    for (const text of report.diagnostics) this.#write(`${indent(report.depth)}ℹ ${text}\n`);
    const isOwn = report.error !== undefined;
    if (isOwn && report.outcome !== 'skipped') this.#failed.push(report);
  }

  end(counts: Counts, milliseconds: number): void {
    for (const [name, count] of Object.entries(counts)) this.#write(`ℹ ${name} ${count}\n`);
    this.#write(`ℹ duration_ms ${milliseconds}\n`);
    if (this.#failed.length === 0) return;
    this.#write('\n✖ failing tests:\n');
    for (const report of this.#failed) {
      this.#write(`\ntest at ${report.place}\n${line(report)}\n`);
      const shown = inspect(report.error).split('\n');
      this.#write(`${shown.map((each) => `  ${each}`).join('\n')}\n`);
    }
  }
}

function line({ name, milliseconds, outcome, error, note }: Report): string {
  const symbol = outcome === 'todo' && error !== undefined ? '⚠' : symbols[outcome];
  return `${symbol} ${name} (${milliseconds}ms)${note && ` # ${note}`}`;
}

function indent(depth: number): string {
  return '  '.repeat(depth);
}
