/** Holds what a program did in the page to what it did under Node. */

export interface Outcome {
  stdout: string;
  stderr: string;
  /** The exit code, or why there is none. */
  exit: number | 'time limit';
}

const LINES_SHOWN = 6;

/**
 * The first difference between two outcomes, in lines to print, or undefined when they agree.
 * Standard error is not compared: its words name places of the machine and of the browser.
 */
export function difference(
  node: Outcome,
  page: Outcome,
  { anyOrder, isSilent }: { anyOrder: boolean; isSilent: boolean },
): string[] | undefined {
  if (node.stdout === '' && !isSilent) {
    return ['prints nothing under Node, so nothing was compared: mend it, or declare "silent"'];
  }
  const expected = linesOf(node.stdout, anyOrder);
  const actual = linesOf(page.stdout, anyOrder);
  const length = Math.max(expected.length, actual.length);
  let at = 0;
  while (at < length && expected[at] === actual[at]) at++;
  const report: string[] = [];
  if (at < length) {
    report.push(`line ${at + 1}:`);
    report.push(...expected.slice(at, at + LINES_SHOWN).map((line) => `  node  ${line}`));
    report.push(...actual.slice(at, at + LINES_SHOWN).map((line) => `  page  ${line}`));
  }
  if (node.exit !== page.exit) report.push(`exit code: node ${node.exit}, page ${page.exit}`);
  if (report.length === 0) return undefined;
  const said = page.stderr.trimEnd().split('\n').slice(0, LINES_SHOWN);
  if (page.stderr !== '')
    report.push('  stderr of the page:', ...said.map((line) => `    ${line}`));
  return report;
}

function linesOf(text: string, anyOrder: boolean): string[] {
  const lines = text.split('\n');
  return anyOrder ? lines.sort() : lines;
}
