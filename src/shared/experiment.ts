/**
 * Experiments: how one changes a program, and whether a run shows what the page says that it shows.
 * One implementation for the page, `npm run verify` and Playwright, so pure, as `contract.ts` is.
 */
import { outputLines } from './contract.ts';

export interface Edit {
  file: string;
  /** Occurs exactly once in the file. */
  find: string;
  replace: string;
}

export interface Experiment {
  id: string;
  title: string;
  says: string;
  edits: Edit[];
  expect: {
    exit: number | 'none';
    shows: string[];
    chance?: { atLeast: number; of: number } | undefined;
  };
}

/** How a run of a changed program ended. */
export interface ExperimentRun {
  /** Standard output and standard error together. */
  output: string;
  /** `none`: it had to be stopped. */
  exitCode: number | 'none';
}

/**
 * The files with the edits made.
 * @throws {Error} when an edit's text is not there exactly once, naming the file and the text
 */
export function applyEdits(
  files: Readonly<Record<string, string>>,
  edits: readonly Edit[],
): Record<string, string> {
  const changed: Record<string, string> = { ...files };
  for (const { file, find, replace } of edits) {
    const text = changed[file];
    if (text === undefined) {
      throw new Error(`An experiment changes ${file}, which the pair does not have.`);
    }
    const parts = text.split(find);
    if (parts.length !== 2) {
      throw new Error(
        `An experiment looks for “${find}” in ${file} and finds it ${parts.length - 1} times: ` +
          'give text that occurs there exactly once.',
      );
    }
    changed[file] = parts.join(replace);
  }
  return changed;
}

/** In what one run differs from what the experiment is to show, in sentences; `[]` when it shows it. */
export function checkRun({ expect }: Experiment, { output, exitCode }: ExperimentRun): string[] {
  const text = outputLines(output).join('\n');
  const faults = expect.shows
    .filter((pattern) => !new RegExp(pattern, 'mu').test(text))
    .map((pattern) => `The output does not match /${pattern}/mu; it is “${text}”.`);
  if (exitCode === expect.exit) return faults;
  const ended = exitCode === 'none' ? 'did not end' : `exited with code ${exitCode}`;
  const wanted = expect.exit === 'none' ? 'should not end' : `should exit with ${expect.exit}`;
  return [`The program ${ended}; it ${wanted}.`, ...faults];
}

/** How many runs an experiment needs at most: one, but for what is a matter of chance. */
export function runsOf({ expect }: Experiment): number {
  return expect.chance?.of ?? 1;
}

/**
 * Whether runs, in order, are enough to say that the experiment holds. Stops early: once it has
 * been seen often enough, further runs could only waste time.
 * @param faultsOfRuns what `checkRun` found in each run so far
 */
export function holds(
  { expect }: Experiment,
  faultsOfRuns: readonly (readonly string[])[],
): boolean {
  const shown = faultsOfRuns.filter((faults) => faults.length === 0).length;
  return shown >= (expect.chance?.atLeast ?? 1);
}
