/**
 * Records what the material's own samples do, as they are given: some fail now and then, some only
 * under the start methods of other systems. Each runs many times under every start method, and each
 * distinct outcome is counted, so that a page can say "in 28 of 150 runs" and mean it.
 */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { outputLines } from '../../shared/contract.ts';
import { PYTHON_ENV, underStartMethod } from './check.ts';
import { type Execution, execute } from './execute.ts';
import { mapLimited } from './limit.ts';
import type { Runtime } from './runtimes.ts';

/** One way in which runs of a sample ended. */
export interface Outcome {
  /** Runs that ended so. */
  count: number;
  /** The ending in a sentence. */
  says: string;
  /** Standard output of the first such run. */
  output: string;
  /** The errors on standard error, one line each. */
  errors: string[];
  /** Absent when the program was stopped. */
  exitCode?: number;
}

/** The runs under one start method. */
export interface Experiment {
  /** `CPython 3.13.0`. */
  version: string;
  startMethod: string;
  /** How it was run; the sample itself is never edited. */
  command: string;
  runs: number;
  /** Seconds after which a run was stopped. */
  timeout: number;
  /** Most frequent first. */
  outcomes: Outcome[];
}

/** The shape of `given.py.runs.json`. */
export interface GivenRuns {
  /** ISO 8601. */
  date: string;
  /** `linux x64`. */
  platform: string;
  experiments: Experiment[];
}

export interface GivenSettings {
  python: Runtime;
  givenRuns: number;
  givenTimeout: number;
  parallel: number;
  /** Aborting stops what runs. */
  signal: AbortSignal;
}

/** Runs `given.py` of a folder and writes `given.py.runs.json`. @returns whether there is one */
export async function recordGiven(folder: string, settings: GivenSettings): Promise<boolean> {
  if (!existsSync(join(folder, 'given.py'))) return false;
  const experiments: Experiment[] = [];
  for (const method of settings.python.startMethods) {
    experiments.push(await experiment(folder, method, settings));
  }
  const platform = `${process.platform} ${process.arch}`;
  const recorded: GivenRuns = { date: new Date().toISOString(), platform, experiments };
  settings.signal.throwIfAborted();
  await writeFile(
    join(folder, 'given.py.runs.json'),
    `${JSON.stringify(recorded, undefined, 2)}\n`,
  );
  return true;
}

async function experiment(
  folder: string,
  startMethod: string,
  { python, givenRuns, givenTimeout, parallel, signal }: GivenSettings,
): Promise<Experiment> {
  // A fork server imports the main program first: here it would be what sets the start method.
  const isPlain = startMethod === 'forkserver' && startMethod === python.startMethods[0];
  const args = isPlain ? ['given.py'] : underStartMethod('given.py', startMethod);
  const executions = await mapLimited(Array(givenRuns).fill(args), parallel, (each) =>
    execute(python.command, each, {
      cwd: folder,
      env: PYTHON_ENV,
      signal: AbortSignal.any([signal, AbortSignal.timeout(givenTimeout * 1000)]),
    }),
  );
  return {
    version: python.name,
    startMethod,
    command: ['python', ...args.map((arg) => (arg.includes(' ') ? `"${arg}"` : arg))].join(' '),
    runs: givenRuns,
    timeout: givenTimeout,
    outcomes: countOutcomes(executions, givenTimeout),
  };
}

/** The distinct outcomes, most frequent first; lines in another order are the same outcome. */
export function countOutcomes(executions: readonly Execution[], timeout: number): Outcome[] {
  const outcomes = new Map<string, Outcome>();
  for (const execution of executions) {
    const outcome = describeOutcome(execution, timeout);
    const { says, errors } = outcome;
    const key = JSON.stringify([says, errors, outputLines(execution.stdout).sort()]);
    const known = outcomes.get(key);
    if (known === undefined) outcomes.set(key, outcome);
    else known.count++;
  }
  return [...outcomes.values()].sort((a, b) => b.count - a.count);
}

function describeOutcome(execution: Execution, timeout: number): Outcome {
  const { stdout: output, stderr, exitCode, stopped } = execution;
  const errors = summariseErrors(stderr);
  if (stopped) {
    return {
      count: 1,
      says: `It had not ended after ${timeout} s and was stopped.`,
      output,
      errors,
    };
  }
  const after = errors.length === 0 ? '' : `, after ${errors.map(nameOfError).join(', ')}`;
  const says = `It ended with exit code ${exitCode}${after}.`;
  return { count: 1, says, output, errors, exitCode };
}

function nameOfError(line: string): string {
  return line.replace(/:.*?(?= \(\d+×\)$|$)/, '');
}

/** The last line of each traceback with its message, equal ones counted: `ValueError: … (2×)`. */
export function summariseErrors(stderr: string): string[] {
  const counts = new Map<string, number>();
  for (const [, type, message = ''] of stderr.matchAll(
    /^([A-Za-z_][\w.]*(?:Error|Exception|Interrupt|Warning))(?:: ?\s*([^\n]+(?:\n[ \t]+\S[^\n]*)*))?$/gm,
  )) {
    const line = message === '' ? `${type}` : `${type}: ${message.replace(/\s+/g, ' ').trim()}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return [...counts].map(([line, count]) => (count > 1 ? `${line} (${count}×)` : line));
}
