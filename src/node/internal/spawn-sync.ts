/**
 * `spawnSync`, `execFileSync` and `execSync`: the kernel runs the process and gathers what it prints,
 * while the thread waits in the one system call. Follows `lib/child_process.js`.
 */
import type { FirstRead } from '../../kernel/first-reads.ts';
import { type RunFailure, type RunOutcome, readOutcome } from '../../kernel/process-run.ts';
import type { Signal } from '../../kernel/signals.ts';
import { Buffer } from '../buffer.ts';
import { spawnArguments } from './child-arguments.ts';
import {
  type ChildOptions,
  checkNullBytes,
  normalizeStdio,
  type Stdio,
  toSignal,
} from './child-options.ts';
import type { ChildInput } from './child-streams.ts';
import { decodeText, encodingOf } from './encodings.ts';
import { invalidArgType, outOfRange } from './errors.ts';
import type { Thread } from './thread.ts';
import { validateString } from './validators.ts';

export interface SyncOptions extends ChildOptions {
  encoding?: string | null;
  input?: unknown;
  maxBuffer?: number;
}

/** What the kernel is asked to start; undefined where there is no such program or directory. */
export interface Prepared {
  pid: number;
  image: { runtime: string; argv: string[]; env: Record<string, string>; cwd: string };
  payload: unknown;
  reads: FirstRead[];
}

/** The parent's own descriptors, for a child that is to read or write one of them. */
export interface DescriptorFiles {
  /** What is left to read. */
  read(descriptor: number): Uint8Array;
  write(descriptor: number, bytes: Uint8Array): void;
}

export interface SyncFormsOptions {
  thread: Thread;
  prepare: (file: string, args: readonly string[], given: ChildOptions) => Prepared | undefined;
  stderr: () => { write(chunk: unknown): unknown };
  files: DescriptorFiles;
}

interface Result {
  error?: Error;
  status: number | null;
  signal: Signal | null;
  output: (null | string | Uint8Array)[] | null;
  pid: number;
  stdout: string | Uint8Array | null | undefined;
  stderr: string | Uint8Array | null | undefined;
}

type Texts = [string | Uint8Array | null, string | Uint8Array | null];

const MAX_BUFFER = 1024 * 1024;
const numbers: Readonly<Record<RunFailure | 'ENOENT', number>> = {
  ENOENT: -2,
  EAGAIN: -11,
  ENOBUFS: -105,
  ETIMEDOUT: -110,
};

export function createSyncForms({ thread, prepare, stderr, files }: SyncFormsOptions) {
  function spawnSync(file: string, ...rest: unknown[]): Result {
    const { args, given } = spawnArguments<SyncOptions>(file, rest[0], rest[1]);
    const { encoding = 'buffer' } = given;
    const maxBuffer: unknown = given.maxBuffer ?? MAX_BUFFER;
    if (typeof maxBuffer !== 'number' || !(maxBuffer >= 0)) {
      throw outOfRange('options.maxBuffer', 'a positive number', maxBuffer);
    }
    const stdio = normalizeStdio(given.stdio ?? 'pipe', true);
    const source = stdio.relays[0];
    const bytes = typeof source === 'number' ? files.read(source) : inputOf(given.input);
    const isText = encoding !== null && encoding !== 'buffer';
    const known = isText ? encodingOf(encoding) : undefined;
    const prepared = prepare(file, args, given);
    const failed = (code: RunFailure | 'ENOENT'): Error => {
      const syscall = `spawnSync ${file}`;
      const fields = { errno: numbers[code], code, syscall, path: file, spawnargs: args };
      return Object.assign(new Error(`${syscall} ${code}`), fields);
    };
    const none = { status: null, signal: null, output: null, pid: 0 };
    const nothing = { ...none, stdout: undefined, stderr: undefined };
    if (!prepared) return { error: failed('ENOENT'), ...nothing };
    const outcome = run(prepared, given, stdio, bytes, maxBuffer);
    if (outcome.failure === 'EAGAIN') return { error: failed('EAGAIN'), ...nothing };
    const texts = ([outcome.output, outcome.error] as const).map((each, at) => {
      if (stdio.streams[at + 1] !== 'pipe') return null;
      const target = stdio.relays[at === 0 ? 1 : 2];
      if (target !== undefined) {
        if (typeof target === 'number') files.write(target, each);
        else (target as ChildInput).write(each);
        return null;
      }
      return known ? decodeText(each, known) : Buffer.from(each);
    }) as Texts;
    return {
      ...(outcome.failure && { error: failed(outcome.failure) }),
      status: outcome.failure ? null : outcome.code,
      signal: outcome.signal,
      output: [null, ...texts],
      pid: prepared.pid,
      stdout: texts[0],
      stderr: texts[1],
    };
  }

  function run(
    prepared: Prepared,
    { timeout = 0, killSignal = 'SIGTERM' }: SyncOptions,
    { streams }: Stdio,
    bytes: Uint8Array,
    limit: number,
  ): RunOutcome {
    const [input, one, two] = streams;
    const answer = thread.system.call({
      op: 'run-process',
      ...prepared,
      input,
      output: { 1: one, 2: two },
      bytes,
      limit,
      timeout,
      killSignal: toSignal(killSignal) ?? 'SIGTERM',
    });
    return readOutcome(answer as Uint8Array);
  }

  /** @throws where the command failed, with all that is known of it */
  function outputOf(result: Result, given: SyncOptions, command: string): Result['stdout'] {
    if (given.stdio === undefined && result.stderr) stderr().write(result.stderr);
    if (result.error) throw Object.assign(result.error, result);
    if (result.status === 0) return result.stdout;
    const words = result.stderr && result.stderr.length > 0 ? `\n${result.stderr.toString()}` : '';
    throw Object.assign(new Error(`Command failed: ${command}${words}`), result);
  }

  function execFileSync(file: string, ...rest: unknown[]): Result['stdout'] {
    const { args, given } = spawnArguments<SyncOptions>(file, rest[0], rest[1]);
    const result = spawnSync(file, args, given);
    return outputOf(result, given, [given.argv0 ?? file, ...args].join(' '));
  }

  function execSync(command: string, options: SyncOptions = {}): Result['stdout'] {
    validateString(command, 'command');
    checkNullBytes(command, 'command');
    const shell = typeof options.shell === 'string' ? options.shell : true;
    const given = { ...options, shell };
    return outputOf(spawnSync(command, [], given), given, command);
  }

  return { execFileSync, execSync, spawnSync };
}

function inputOf(input: unknown): Uint8Array {
  if (input === undefined || input === null) return new Uint8Array(0);
  if (typeof input === 'string') return Buffer.from(input);
  if (ArrayBuffer.isView(input)) {
    return new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  }
  throw invalidArgType('options.stdio[0]', ['Buffer', 'TypedArray', 'DataView', 'string'], input);
}
