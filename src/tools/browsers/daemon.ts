/** A browser's process, or one that it needs: started, waited for, and ended with all it started. */
import { spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';

/** What makes a daemon ready: text that it printed, or whatever else can be asked. */
export type Ready<T> = (output: string) => T | undefined | Promise<T | undefined>;

export interface Daemon<T> extends AsyncDisposable {
  /** What told that it is ready. */
  readonly sign: T;
}

export interface DaemonOptions<T> {
  env?: Record<string, string>;
  /** Asked again and again, with all that it has printed, until the answer is defined. */
  ready: Ready<T>;
}

/** Milliseconds until a daemon has failed: a bound against hanging. */
const LIMIT = 60_000;
const BETWEEN_QUESTIONS = 20;

/** @throws {Error} when it does not start, ends early, or is not ready in time */
export async function startDaemon<T>(
  command: string,
  args: readonly string[],
  { env = {}, ready }: DaemonOptions<T>,
): Promise<Daemon<T>> {
  // A group of its own, so that the processes which it starts can be ended with it.
  const child = spawn(command, args, {
    detached: true,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let failure: string | undefined;
  const read = (text: string): void => {
    // Once it is ready it may talk for hours.
    if (output.length < 100_000) output += text;
  };
  child.stdout.setEncoding('utf8').on('data', read);
  child.stderr.setEncoding('utf8').on('data', read);
  child.once('error', ({ message }) => {
    failure = message;
  });
  const ended = new Promise<void>((resolve) => {
    child.once('close', (code) => {
      failure ??= `it ended with code ${code}`;
      resolve();
    });
  });
  const kill = (): void => killGroup(child.pid);
  process.once('exit', kill);
  const stop = async (): Promise<void> => {
    process.off('exit', kill);
    kill();
    await ended;
  };
  const end = performance.now() + LIMIT;
  while (failure === undefined && performance.now() < end) {
    const sign = await ready(output);
    if (sign !== undefined) return { sign, [Symbol.asyncDispose]: stop };
    await setTimeout(BETWEEN_QUESTIONS);
  }
  await stop();
  throw new Error(`${command}: ${failure ?? `not ready within ${LIMIT} ms`}\n${output}`);
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
