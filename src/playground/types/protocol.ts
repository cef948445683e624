/** What the page asks of the worker that checks types. Plain data, so that it can be cloned. */
import type { TypeCompletion, TypeProblem } from './checker.ts';

export type TypeQuestion = { files: Readonly<Record<string, string>>; name: string } & (
  | { kind: 'check' }
  | { kind: 'describe'; position: number }
  | { kind: 'complete'; position: number }
);

export interface TypeAnswers {
  check: TypeProblem[];
  describe: string | undefined;
  complete: TypeCompletion[];
}

export type ToTypeWorker = { id: number } & (
  | { kind: 'libraries'; libraries: Readonly<Record<string, string>> }
  | { kind: 'question'; question: TypeQuestion }
);

export type FromTypeWorker = { id: number } & ({ answer: unknown } | { failure: string });
