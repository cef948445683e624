/**
 * Runs both programs of a pair on every runtime and holds each run to the contract. The Python
 * recording is what all of them are compared with, the TypeScript ones too: that is what makes the
 * two programs a pair.
 */
import { checkContract, type Run } from '../../shared/contract.ts';
import { type ExecuteOptions, type Execution, execute } from './execute.ts';
import type { Pattern } from './pattern.ts';
import type { Runtime } from './runtimes.ts';

/** Starts a file as the main program, as `python main.py` does, under a chosen start method. */
const UNDER_START_METHOD = [
  'import multiprocessing, runpy, sys',
  'multiprocessing.set_start_method(sys.argv[1])',
  // As into a terminal: a program that is stopped would take its buffered lines with it.
  'sys.stdout.reconfigure(line_buffering=True)',
  "runpy.run_path(sys.argv[2], run_name='__main__')",
].join('; ');

/** Runs a file on a terminal of its own, and hands on what comes there as it comes. */
const ON_TERMINAL = [
  'import os, pty, sys',
  'status = pty.spawn([sys.executable, sys.argv[1]])',
  'sys.exit(os.waitstatus_to_exitcode(status))',
].join('; ');

/** Windows has no such terminals: there the lines of a Python come when its buffer is full. */
const TERMINALS = process.platform !== 'win32';

/**
 * No bytecode caches in `content/`; and the buffering that a reader's Python has, whatever this
 * machine sets: unbuffered, `print` writes a line in two pieces that other processes can part.
 */
export const PYTHON_ENV = { PYTHONDONTWRITEBYTECODE: '1', PYTHONUNBUFFERED: '' };

export type Execute = typeof execute;

/** One run that is to be made. */
export interface Attempt {
  pattern: Pattern;
  runtime: Runtime;
  /** Absent: the Python's own default. */
  startMethod?: string;
  /** Whether it matters when each line comes: Python holds lines back but for a terminal. */
  timed?: true;
}

export interface Made extends Attempt {
  execution: Execution;
}

export const mainFile = (runtime: Runtime) =>
  runtime.language === 'python' ? 'main.py' : 'main.ts';

/**
 * The attempts for one pair: `runs` on each runtime. Where Python starts processes, they go through
 * its start methods in turn, the plain `python main.py` first.
 * @param runs absent: one, and where Python starts processes one under each start method
 */
export function planAttempts(
  pattern: Pattern,
  runtimes: readonly Runtime[],
  runs?: number,
): Attempt[] {
  return runtimes
    .filter((runtime) => canRun(pattern, runtime))
    .flatMap((runtime) => {
      const [defaultMethod, ...others] = runtime.startMethods;
      const methods = /\bmultiprocessing\b|ProcessPoolExecutor/.test(pattern.sources.python)
        ? [undefined, ...others]
        : [undefined];
      return Array.from({ length: runs ?? methods.length }, (_, index): Attempt => {
        const startMethod = methods[index % methods.length];
        if (startMethod === undefined || startMethod === defaultMethod) return { pattern, runtime };
        return { pattern, runtime, startMethod };
      });
    });
}

/** Whether a Python is new enough for a sample that needs a new one. */
export function canRun({ sinceMinor = 0 }: Pattern, { minor = sinceMinor }: Runtime): boolean {
  return minor >= sinceMinor;
}

/** Arguments that make a Python run `file` as its main program under `startMethod`. */
export function underStartMethod(file: string, startMethod: string): string[] {
  return ['-c', UNDER_START_METHOD, startMethod, file];
}

/** Arguments that make a runtime run the program of an attempt. */
function argumentsOf({ runtime, startMethod, timed }: Attempt): string[] {
  const file = mainFile(runtime);
  if (startMethod !== undefined) return underStartMethod(file, startMethod);
  return timed && TERMINALS && runtime.language === 'python' ? ['-c', ON_TERMINAL, file] : [file];
}

export async function attempt(
  planned: Attempt,
  signal: AbortSignal,
  run: Execute = execute,
): Promise<Made> {
  const { pattern, runtime } = planned;
  const options: ExecuteOptions = { cwd: pattern.folder, env: PYTHON_ENV, signal };
  return { ...planned, execution: await run(runtime.command, argumentsOf(planned), options) };
}

/**
 * What was wrong with one run, in sentences that name the file and what ran it.
 * @param seconds the time to hold to the time band, when it is not that of this very run
 * @param others what the other runs on the same runtime printed
 */
export function judge(
  made: Made,
  recorded: string,
  seconds: number = made.execution.seconds,
  others: readonly string[] = [],
): string[] {
  const { stdout, stderr, exitCode, stopped } = made.execution;
  const where = nameOf(made);
  if (stopped) {
    return [
      `${where} had not ended after ${made.execution.seconds.toFixed(0)} s; it had printed “${stdout}”.`,
    ];
  }
  const run: Run = { recorded, actual: stdout, exitCode, seconds, others };
  const violations = checkContract(made.pattern.contract, run);
  if (stderr !== '') violations.push(`It printed to standard error: ${lastLine(stderr)}`);
  return violations.map((violation) => `${where}: ${violation}`);
}

/** Sentences with how often each was said, so that three runs that fail alike read as one. */
export function countAlike(sentences: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const sentence of sentences) counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
  return [...counts].map(([sentence, count]) => (count > 1 ? `${sentence} (${count}×)` : sentence));
}

function nameOf({ pattern, runtime, startMethod }: Made): string {
  const how = startMethod === undefined ? '' : ` under ${startMethod}`;
  return `content/patterns/${pattern.id}/${mainFile(runtime)} on ${runtime.name}${how}`;
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}
