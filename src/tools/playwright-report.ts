/**
 * Reads Playwright's JSON report. A test that passed only when it was tried again counts as passed,
 * because one stall of a shared machine must not fail two thousand checks; but it is named, because
 * it is a fault of the product or of the test until somebody has found which.
 */
import type { Tally } from './tally.ts';

/** What of the report is read here. */
export interface PlaywrightReport {
  readonly suites: readonly Suite[];
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
}

interface Suite {
  readonly specs?: readonly Spec[];
  readonly suites?: readonly Suite[];
}

interface Spec {
  readonly title: string;
  readonly file: string;
  readonly line: number;
  readonly tests: readonly {
    readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
    readonly results: readonly { readonly error?: { readonly message?: string } }[];
  }[];
}

export function tallyOfReport({ suites, stats }: PlaywrightReport): Tally {
  const { expected, unexpected, flaky, skipped } = stats;
  const remarks = suites.flatMap(specsOf).flatMap(remarksOn);
  const tally = { passed: expected + flaky, failed: unexpected, skipped };
  return remarks.length > 0 ? { ...tally, remarks } : tally;
}

function specsOf({ specs = [], suites = [] }: Suite): Spec[] {
  return [...specs, ...suites.flatMap(specsOf)];
}

function remarksOn({ title, file, line, tests }: Spec): string[] {
  return tests
    .filter(({ status }) => status === 'unexpected' || status === 'flaky')
    .map(({ status, results }) => {
      const word = status === 'flaky' ? 'unsteady' : 'FAILED';
      const message = results.find(({ error }) => error !== undefined)?.error?.message ?? '';
      return `${word} ${file}:${line} › ${title}: ${firstLine(message)}`;
    });
}

function firstLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: Playwright colours its messages
  const plain = text.replace(/\x1b\[[0-9;]*m/g, '');
  return plain.split('\n').find((line) => line.trim() !== '') ?? 'no message';
}
