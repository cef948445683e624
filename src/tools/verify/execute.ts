/**
 * Runs one program to its end, or stops it and everything that it started: a sample may hang, and
 * its children hold the output open.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';

/** Process groups are what makes grandchildren reachable; Windows has none. */
const GROUPS = process.platform !== 'win32';

/** A point of an execution: so much of its standard output had come. */
export interface Arrival {
  /** Since the start. */
  milliseconds: number;
  /** Length of the standard output then. */
  length: number;
}

export interface Execution {
  stdout: string;
  /** When the output came; absent where nobody watched. */
  arrivals?: readonly Arrival[];
  stderr: string;
  /** 128 + n when signal n ended the program. */
  exitCode: number;
  /** Wall-clock time from start to the end of its output. */
  seconds: number;
  /** The program had not ended by itself when the signal was aborted. */
  stopped: boolean;
}

export interface ExecuteOptions {
  cwd: string;
  /** Added to this process's environment. */
  env?: Record<string, string>;
  /** Aborting kills the program and its children. */
  signal: AbortSignal;
}

/** @throws {Error} when the command cannot be started */
export function execute(
  command: string,
  args: readonly string[],
  { cwd, env, signal }: ExecuteOptions,
): Promise<Execution> {
  const { promise, resolve, reject } = Promise.withResolvers<Execution>();
  const started = performance.now();
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: GROUPS,
  });
  const stop = () => kill(child);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });

  const arrivals: Arrival[] = [];
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    arrivals.push({ milliseconds: performance.now() - started, length: stdout.length });
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.on('error', reject);
  child.on('close', (code, killedBy) => {
    signal.removeEventListener('abort', stop);
    const exitCode = code ?? 128 + (killedBy === null ? 0 : constants.signals[killedBy]);
    const seconds = (performance.now() - started) / 1000;
    const stopped = signal.aborted && killedBy !== null;
    resolve({ stdout, arrivals, stderr, exitCode, seconds, stopped });
  });
  return promise;
}

function kill(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(GROUPS ? -child.pid : child.pid, 'SIGKILL');
  } catch (error) {
    // It may have ended by itself a moment ago; anything else is a fault.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
