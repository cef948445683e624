/**
 * The contract of a pair: what both programs print alike, whatever the scheduler does.
 *
 * One implementation serves `npm run verify`, Playwright and the page, so that "holds" means the
 * same in all three. It is therefore pure: no Node, no DOM, and no schema library — front matter is
 * validated by `catalogue/contract-schema.ts`, whose result is this module's `Contract`.
 */

export interface Contract {
  /** How the lines of an output compare with the recorded ones. */
  lines: 'exact' | 'any-order';
  /** Beginnings of lines: every line with the first comes before every line with the second. */
  before: [string, string][];
  /** Regular expressions whose matches are compared as `#`, with what they stand for. */
  mask: { pattern: string; means: string }[];
  /**
   * Sentences, each with a regular expression (flags `mu`) that must match the whole output.
   * `inSomeRun`: of several runs it must match one, which is for speed: a busy machine may hide a
   * gain, but no machine makes one up.
   */
  invariants: Invariant[];
  /** Wall-clock seconds of a run, both ends included. */
  seconds?: { min?: number | undefined; max?: number | undefined } | undefined;
}

export interface Invariant {
  says: string;
  pattern: string;
  inSomeRun?: boolean | undefined;
}

/** One run of a program, and the recorded output it is held to. */
export interface Run {
  recorded: string;
  actual: string;
  exitCode: number;
  /** Wall-clock time from start to exit. */
  seconds: number;
  /** The outputs of the other runs that were made, for what one of several must show. */
  others?: readonly string[];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
const ESCAPE_SEQUENCE = /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])/g;

/** The lines of an output, without what a terminal adds: escape sequences, `\r`, blank lines at the end. */
export function outputLines(text: string): string[] {
  const plain = text.replace(ESCAPE_SEQUENCE, '').replace(/\r+\n/g, '\n').replace(/\n+$/, '');
  return plain === '' ? [] : plain.split('\n');
}

/** Every way in which `run` breaks `contract`, in sentences; `[]` when it holds. */
export function checkContract(contract: Contract, run: Run): string[] {
  const recorded = outputLines(run.recorded);
  const actual = outputLines(run.actual);
  return [
    ...checkExitCode(run.exitCode),
    ...checkLines(contract, mask(contract, recorded), mask(contract, actual)),
    ...contract.before.flatMap((pair) => checkBefore(pair, recorded, actual)),
    ...contract.invariants.flatMap((invariant) =>
      checkInvariant(invariant, actual, (run.others ?? []).map(outputLines)),
    ),
    ...checkSeconds(contract.seconds, run.seconds),
  ];
}

/**
 * Whether another run may mend what one run broke: the fastest of several is held to the time band,
 * and some invariants must show in one of several.
 */
export function isRepeatable({ seconds, invariants }: Contract): boolean {
  return seconds !== undefined || invariants.some(({ inSomeRun }) => inSomeRun);
}

/** The contract in words: a few for a badge, and the sentences that stand behind them. */
export function describeContract(contract: Contract): { badge: string; sentences: string[] } {
  const exact = contract.lines === 'exact';
  const masked = contract.mask.length > 0;
  const order = exact ? 'same lines, same order' : 'same lines, any order';
  return {
    badge: masked ? `${order}, numbers masked` : order,
    sentences: [
      exact
        ? 'Both programs print the same lines in the same order.'
        : 'Both programs print the same lines; their order may differ from run to run.',
      ...contract.before.map(
        ([first, second]) => `Lines that begin with “${first}” come before those with “${second}”.`,
      ),
      ...contract.mask.map(({ means }) => `Not compared: ${means}.`),
      ...contract.invariants.map(({ says }) => says),
      ...describeSeconds(contract.seconds),
      'Both exit with code 0.',
    ],
  };
}

function checkExitCode(exitCode: number): string[] {
  return exitCode === 0 ? [] : [`The program exited with code ${exitCode} instead of 0.`];
}

function mask(contract: Contract, lines: string[]): string[] {
  const patterns = contract.mask.map(({ pattern }) => new RegExp(pattern, 'gu'));
  return lines.map((line) => patterns.reduce((text, pattern) => text.replace(pattern, '#'), line));
}

function checkLines(contract: Contract, recorded: string[], actual: string[]): string[] {
  const missing = without(recorded, actual).map((line) => `Line “${line}” is missing.`);
  const extra = without(actual, recorded).map((line) => `Line “${line}” was not recorded.`);
  if (missing.length + extra.length > 0 || contract.lines === 'any-order') {
    return [...missing, ...extra];
  }
  const at = recorded.findIndex((line, index) => line !== actual[index]);
  if (at === -1) return [];
  return [`Line ${at + 1} is “${actual[at]}”; recorded there is “${recorded[at]}”.`];
}

/** The lines of `from` that `taken` does not have as often. */
function without(from: string[], taken: string[]): string[] {
  const left = new Map<string, number>();
  for (const line of taken) left.set(line, (left.get(line) ?? 0) + 1);
  return from.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

function checkBefore(
  [first, second]: [string, string],
  recorded: string[],
  actual: string[],
): string[] {
  const absent = [first, second].filter(
    (start) => !recorded.some((line) => line.startsWith(start)),
  );
  if (absent.length > 0) {
    // Nothing would ever be compared: a typing error here must not read as a contract that holds.
    return absent.map((start) => `No recorded line begins with “${start}”: correct \`before\`.`);
  }
  const lastFirst = actual.findLastIndex((line) => line.startsWith(first));
  const firstSecond = actual.findIndex((line) => line.startsWith(second));
  if (lastFirst === -1 || firstSecond === -1 || lastFirst < firstSecond) return [];
  return [`Line “${actual[firstSecond]}” came before line “${actual[lastFirst]}”.`];
}

function checkInvariant(
  { says, pattern, inSomeRun = false }: Invariant,
  actual: string[],
  others: string[][],
): string[] {
  const matcher = new RegExp(pattern, 'mu');
  const looked = inSomeRun ? [actual, ...others] : [actual];
  if (looked.some((lines) => matcher.test(lines.join('\n')))) return [];
  const where = inSomeRun ? `any of ${looked.length} runs` : 'this output';
  return [`Not so in ${where}: “${says}” (/${pattern}/mu does not match).`];
}

function checkSeconds(band: Contract['seconds'], seconds: number): string[] {
  const took = `The program took ${seconds.toFixed(2)} s`;
  const { min = 0, max = Number.POSITIVE_INFINITY } = band ?? {};
  if (seconds < min) return [`${took}; the contract says at least ${min} s.`];
  if (seconds > max) return [`${took}; the contract says at most ${max} s.`];
  return [];
}

function describeSeconds(band: Contract['seconds']): string[] {
  const { min, max } = band ?? {};
  if (min !== undefined && max !== undefined) return [`A run takes between ${min} and ${max} s.`];
  if (min !== undefined) return [`A run takes at least ${min} s.`];
  if (max !== undefined) return [`A run takes at most ${max} s.`];
  return [];
}
