/** Counts of checks: how the steps of `npm test` report, and how they are added up. */

export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
  /** A line each for what failed, or passed only when tried again: the summary repeats them. */
  remarks?: readonly string[];
}

/** The tally of a check that can only pass or fail, from its exit code. */
export function tallyOfExit(code: number): Tally {
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

export function sum(tallies: readonly Tally[]): Tally {
  const total: Tally = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of tallies) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  const remarks = tallies.flatMap((tally) => tally.remarks ?? []);
  return remarks.length > 0 ? { ...total, remarks } : total;
}

/** `N passed, N failed`, and `, N skipped` when anything was. */
export function formatTally({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * The tally of a tool that ends its output with a line such as {@link formatTally} makes. A tool
 * that failed without counting its failure, or without reaching that line, counts as one failure.
 * @param output all that it printed
 * @param code its exit code
 */
export function tallyOfOutput(output: string, code: number): Tally {
  const line = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\s*$/.exec(lastLine(output));
  if (line === null) return tallyOfExit(code === 0 ? 1 : code);
  const tally = { passed: Number(line[1]), failed: Number(line[2]), skipped: Number(line[3] ?? 0) };
  const remarks = failedLines(output);
  return orFailed(remarks.length > 0 ? { ...tally, remarks } : tally, code);
}

/** The lines in which a tool names a check that failed, as `npm run verify` and `conform` do. */
function failedLines(output: string): string[] {
  return output
    .split('\n')
    .filter((line) => /^\s*(FAIL|FAILED|unsteady)\s/.test(line))
    .map((line) => line.trim());
}

/** `tally`, with a failure added when the exit code tells of one that was not counted. */
export function orFailed(tally: Tally, code: number): Tally {
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}
