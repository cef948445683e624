/**
 * Makes the experiments of a pair on Node: what the page says of a change is checked as its outputs
 * are. A changed program runs in a folder of its own, never in `content/`.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  applyEdits,
  checkRun,
  type Experiment,
  type ExperimentRun,
  holds,
  runsOf,
} from '../../shared/experiment.ts';
import { execute } from './execute.ts';
import type { Pattern } from './pattern.ts';

/** Seconds for which a program that should not end is watched, longer ones for a busy machine. */
const WATCHES = [4, 12, 30];

export interface ExperimentSettings {
  /** The executable of Node. */
  command: string;
  /** Seconds after which a program that should end has hung. */
  timeout: number;
  signal: AbortSignal;
}

/** Everything that the experiments of a pair do not show though the page says so, in sentences. */
export async function verifyExperiments(
  pattern: Pattern,
  settings: ExperimentSettings,
): Promise<string[]> {
  const faults: string[] = [];
  for (const experiment of pattern.experiments) {
    if (settings.signal.aborted) break;
    const where = `content/patterns/${pattern.id}, experiment “${experiment.id}”`;
    const found = await verifyExperiment(pattern, experiment, settings);
    faults.push(...found.map((fault) => `${where}: ${fault}`));
  }
  return faults;
}

async function verifyExperiment(
  pattern: Pattern,
  experiment: Experiment,
  settings: ExperimentSettings,
): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'interleave-experiment-'));
  try {
    await writeProgram(folder, applyEdits(pattern.ports, experiment.edits));
    const runs: string[][] = [];
    while (runs.length < runsOf(experiment) && !holds(experiment, runs)) {
      runs.push(await makeRun(folder, experiment, settings));
    }
    if (holds(experiment, runs) || settings.signal.aborted) return [];
    const { atLeast, of } = experiment.expect.chance ?? { atLeast: 1, of: 1 };
    const seen = runs.filter((faults) => faults.length === 0).length;
    return of === 1
      ? (runs[0] ?? [])
      : [`It showed in ${seen} of ${of} runs; ${atLeast} are claimed.`];
  } catch (error) {
    return [(error as Error).message];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeProgram(folder: string, files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries({ ...files, 'package.json': '{"type":"module"}' })) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}

/** What one run did not show. A program that should not end is given more time, until it shows. */
async function makeRun(
  folder: string,
  experiment: Experiment,
  settings: ExperimentSettings,
): Promise<string[]> {
  const watches = experiment.expect.exit === 'none' ? WATCHES : [settings.timeout];
  let faults: string[] = [];
  for (const seconds of watches) {
    faults = checkRun(experiment, await runFor(folder, seconds, settings));
    if (faults.length === 0 || settings.signal.aborted) break;
  }
  return faults;
}

async function runFor(
  cwd: string,
  seconds: number,
  { command, signal }: ExperimentSettings,
): Promise<ExperimentRun> {
  const { stdout, stderr, exitCode, stopped } = await execute(command, ['main.ts'], {
    cwd,
    signal: AbortSignal.any([signal, AbortSignal.timeout(seconds * 1000)]),
  });
  return { output: `${stdout}${stderr}`, exitCode: stopped ? 'none' : exitCode };
}
