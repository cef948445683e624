/** One pair from its folder to its verdict, in both modes: held to its recording, or recorded anew. */
import { checkContract, isRepeatable } from '../../shared/contract.ts';
import type { Experiment } from '../../shared/experiment.ts';
import {
  type Attempt,
  attempt,
  canRun,
  countAlike,
  judge,
  type Made,
  planAttempts,
} from './check.ts';
import type { Execution } from './execute.ts';
import { verifyExperiments } from './experiments.ts';
import type { Loaded, Pattern } from './pattern.ts';
import { type Recording, readRecording, writeRecording } from './recording.ts';
import type { Runtime } from './runtimes.ts';

/** Runs of each program on each runtime that a recording stands for. */
export const RECORDED_RUNS = 3;

/** Runs more, at most, of what another run may mend. */
const MORE_RUNS = 2;

export interface Settings {
  /** Newest last. */
  pythons: readonly Runtime[];
  node: Runtime;
  /** Runs of each program on each runtime. Absent: as few as tell. */
  runs?: number;
  /** Seconds after which a run counts as hanging. */
  timeout: number;
  record: boolean;
  /** Aborting stops what runs. */
  signal: AbortSignal;
  /** Makes the runs, in whatever order and number at a time. */
  makeAll: (
    attempts: readonly Attempt[],
    make: (attempt: Attempt) => Promise<Made>,
  ) => Promise<Made[]>;
}

/** Everything that is wrong with a pair, in sentences; `[]` when its contract holds. */
export async function verifyPair(loaded: Loaded, settings: Settings): Promise<string[]> {
  const { pattern, faults } = loaded;
  if (pattern === undefined) return faults;
  const [ending, endless] = partition(pattern.experiments, ({ expect }) => expect.exit !== 'none');
  const [sure, chancy] = partition(ending, ({ expect }) => expect.chance === undefined);
  const check = (experiments: readonly Experiment[]) =>
    verifyExperiments(
      { ...pattern, experiments: [...experiments] },
      {
        ...settings,
        command: settings.node.command,
      },
    );
  if (settings.record) {
    const untrue = await check(pattern.experiments);
    return [...faults, ...untrue, ...(await recordPair(pattern, settings))];
  }
  const recording = readRecording(loaded.folder, loaded.id);
  if ('fault' in recording) return [...faults, recording.fault];
  // Programs that hang are only watched, so the runs go on beside them.
  const [broken, hanging] = await Promise.all([
    checkRuns(pattern, recording.python, settings),
    check(endless),
  ]);
  return [
    ...faults,
    ...hanging,
    ...(await Promise.all(sure.map((each) => check([each])))).flat(),
    // What a busy machine makes rarer runs alone.
    ...(await check(chancy)),
    ...compareRecordings(pattern, recording),
    ...broken,
  ];
}

function partition<T>(items: readonly T[], belongs: (item: T) => boolean): [T[], T[]] {
  return [items.filter(belongs), items.filter((item) => !belongs(item))];
}

/**
 * Runs a pair and holds it to its contract. A run more is made only where it may mend something; a
 * line that is wrong stays wrong, whatever later runs print.
 */
async function checkRuns(
  pattern: Pattern,
  recorded: string,
  settings: Settings,
): Promise<string[]> {
  const made = await makeRuns(pattern, settings);
  const more = settings.runs === undefined && isRepeatable(pattern.contract) ? MORE_RUNS : 0;
  for (let round = 0; round < more; round++) {
    const broken = [...byRuntime(made)]
      .filter(([, runs]) => judgeRuntime(runs, recorded).length > 0)
      .map(([runtime]) => runtime);
    made.push(...(await makePlanned(planAttempts(pattern, broken, 1), settings)));
  }
  return judgeAll(made, recorded);
}

function makeRuns(pattern: Pattern, settings: Settings, runs = settings.runs): Promise<Made[]> {
  const { pythons, node } = settings;
  return makePlanned(planAttempts(pattern, [...pythons, node], runs), settings);
}

function makePlanned(attempts: readonly Attempt[], settings: Settings): Promise<Made[]> {
  const { timeout, signal, makeAll } = settings;
  return makeAll(attempts, (planned) =>
    attempt(planned, AbortSignal.any([signal, AbortSignal.timeout(timeout * 1000)])),
  );
}

const byRuntime = (made: readonly Made[]) => Map.groupBy(made, ({ runtime }) => runtime);

function judgeAll(made: readonly Made[], recorded: string): string[] {
  return countAlike([...byRuntime(made).values()].flatMap((runs) => judgeRuntime(runs, recorded)));
}

/**
 * The time band is for the fastest run on each runtime: a busy machine makes any run slow, but no
 * machine makes a program fast that does one thing after the other.
 */
function judgeRuntime(runs: readonly Made[], recorded: string): string[] {
  const fastest = Math.min(...runs.map(({ execution }) => execution.seconds));
  const outputs = runs.map(({ execution }) => execution.stdout);
  return runs.flatMap((run) => judge(run, recorded, fastest, outputs));
}

/** The TypeScript recording is what a page shows, so it is held to the contract as a run is. */
function compareRecordings(pattern: Pattern, { python, typescript }: Recording): string[] {
  const seconds = pattern.contract.seconds?.min ?? pattern.contract.seconds?.max ?? 0;
  const run = { recorded: python, actual: typescript, exitCode: 0, seconds };
  return checkContract(pattern.contract, run).map(
    (violation) => `content/patterns/${pattern.id}/main.ts.out against main.py.out: ${violation}`,
  );
}

/** The run of which output and times are recorded. */
async function makeTimed(pattern: Pattern, runtime: Runtime, settings: Settings): Promise<Made> {
  const [made] = await makePlanned([{ pattern, runtime, timed: true }], settings);
  if (made === undefined) throw new Error(`${runtime.name} did not run ${pattern.id}: try again.`);
  return { ...made, execution: asPrinted(made.execution) };
}

/** A terminal puts `\r` before `\n`; the program did not print it. */
function asPrinted(execution: Execution): Execution {
  const { stdout, arrivals } = execution;
  const plain = (text: string) => text.replaceAll('\r\n', '\n');
  const without = arrivals?.map(({ milliseconds, length }) => {
    return { milliseconds, length: plain(stdout.slice(0, length)).length };
  });
  return { ...execution, stdout: plain(stdout), ...(without && { arrivals: without }) };
}

/** Records only what holds: a broken run would become the reference of all later ones. */
async function recordPair(pattern: Pattern, settings: Settings): Promise<string[]> {
  const { pythons, node, runs = RECORDED_RUNS } = settings;
  const made = await makeRuns(pattern, settings, runs);
  const newest = made.findLast(({ runtime }) => runtime.language === 'python');
  if (newest === undefined) {
    throw new Error(`Nothing ran content/patterns/${pattern.id}: record with a Python and a Node.`);
  }
  // One at a time: what else this tool runs would stand in the times of the lines.
  const python = await makeTimed(pattern, newest.runtime, settings);
  const typescript = await makeTimed(pattern, node, settings);
  const broken = judgeAll([...made, python, typescript], python.execution.stdout);
  if (broken.length > 0) return [...broken, `content/patterns/${pattern.id} was not recorded.`];
  const ran = [...pythons, node].filter((runtime) => canRun(pattern, runtime));
  const versions = ran.map(({ name }) => name);
  await writeRecording(pattern.folder, { python, typescript }, { versions, runs });
  return [];
}
