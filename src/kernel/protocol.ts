/**
 * Everything that crosses between a thread, the kernel, the spawner (the frame's window) and the
 * host (the page). An unknown message is a defect and throws.
 *
 * `gid` numbers threads across the whole run; `tid` numbers them within their process, as Node's
 * `threadId` does (0 is the main thread).
 */
import type { FileCall } from './file-calls.ts';
import type { FileChange, FileImage, Stats } from './files.ts';
import type { FirstAnswer, FirstRead } from './first-reads.ts';
import type { LockCall, LockTold } from './locks.ts';
import type { RunProcess } from './process-run.ts';
import type { Signal } from './signals.ts';
import type { SystemErrorRecord } from './system-error.ts';
import type { RawTraceEvent } from './trace.ts';

export interface TerminalSize {
  cols: number;
  rows: number;
}

/** What a process inherits or is given. */
export interface ProcessImage {
  /** The runtime that interprets `argv`, for example `node`. */
  runtime: string;
  argv: readonly string[];
  env: Record<string, string>;
  cwd: string;
}

/** The first message that a thread gets on its kernel port. */
export interface ThreadStart {
  type: 'start';
  gid: number;
  pid: number;
  ppid: number;
  tid: number;
  image: ProcessImage;
  /** Standard output and standard error, by descriptor; `null` discards. */
  output: { 1: SharedArrayBuffer | null; 2: SharedArrayBuffer | null };
  terminal: TerminalSize | null;
  /** Which of the three standard descriptors are the terminal. */
  isTerminal: readonly [boolean, boolean, boolean];
  /** Whether the thread tells what it does. */
  trace: boolean;
  /** Counters shared by all threads of the run: see `counters.ts`. */
  runMemory: SharedArrayBuffer;
  /** Counters shared by the threads of this process. */
  processMemory: SharedArrayBuffer;
  syncMemory: SharedArrayBuffer;
  /** The runtime's own part: the kernel passes it on unread. */
  payload: unknown;
  /** Whether payload and ports come as the first message of the one port that came with this. */
  isWrapped: boolean;
  /** To what was asked for with `reads` when the thread was. */
  answers: readonly FirstAnswer[];
  /** Epoch milliseconds at which the run began, so that all threads share one clock. */
  origin: number;
}

export interface SpawnThread {
  type: 'spawn-thread';
  tid: number;
  payload: unknown;
  /** What the thread is going to read first. */
  reads?: readonly FirstRead[];
}

/** What a standard stream of a new process is. */
export type StandardStream = 'inherit' | 'ignore' | 'pipe';

export interface SpawnProcess {
  type: 'spawn-process';
  pid: number;
  image: ProcessImage;
  input: StandardStream;
  output: { 1: StandardStream; 2: StandardStream };
  payload: unknown;
  /** What its main thread is going to read first. */
  reads?: readonly FirstRead[];
}

/** The environment that threads of a process share (`SHARE_ENV`). */
export type EnvironmentCall = { op: 'environment' } & (
  | { action: 'share'; all: Record<string, string> }
  | { action: 'get'; name: string }
  | { action: 'set'; name: string; value: string }
  | { action: 'delete'; name: string }
  | { action: 'all' }
);

/** System calls, answered synchronously or as a reply message. */
export type SystemCall =
  | FileCall
  | EnvironmentCall
  | LockCall
  /** Answered by the bytes of an outcome: see `process-run.ts`. */
  | RunProcess
  /** To all processes for pid 0; null only asks. Fails with `ESRCH`. */
  | { op: 'kill'; pid: number; signal: Signal | null }
  /** Waits for bytes of standard input, at most `length`; none at its end. */
  | { op: 'read-stdin'; length?: number };

/** The answer to `read-source`: a file's text and what was derived from it, or why there is none. */
export interface SourceFile {
  text: string;
  attributes: Readonly<Record<string, string>>;
}

export type StatAnswer = Stats;

/** The JSON that answers a call which failed. */
export interface FailedCall {
  failed: SystemErrorRecord;
}

/** What goes with each of the ports beside a message, for the runtime: the kernel passes it on unread. */
type PortLuggage = readonly unknown[];

export type FromThread =
  | { type: 'ready' }
  /** Answered by `pong`, in the order of all other messages. */
  | { type: 'ping' }
  | { type: 'output'; descriptor: number }
  | SpawnThread
  | SpawnProcess
  | { type: 'terminate-thread'; tid: number }
  /** Answered by `thread-gone` as soon as that thread of the process has ended. */
  | { type: 'watch-thread'; tid: number }
  | { type: 'kill'; pid: number; signal: Signal }
  | { type: 'watch-signal'; signal: Signal; watched: boolean }
  | { type: 'watch-stdin'; watched: boolean }
  | { type: 'raw-mode'; isRaw: boolean }
  /** To the standard input of a child; null ends it. Answered by `stdin-taken`. */
  | { type: 'write-stdin'; pid: number; bytes: Uint8Array | null }
  /** The output of a child, of this many bytes, was consumed. */
  | { type: 'output-credit'; pid: number; descriptor: number; bytes: number }
  /** What the child prints is not read any more. */
  | { type: 'leave-output'; pid: number; descriptor: number }
  | { type: 'call'; call: SystemCall }
  | { type: 'more' }
  | { type: 'thread-message'; id: number; to: number; value: unknown; luggage: PortLuggage }
  | { type: 'thread-message-handled'; id: number; to: number; outcome: ThreadMessageOutcome }
  | { type: 'trace'; event: RawTraceEvent }
  | { type: 'exit'; code: number; signal: Signal | null };

/**
 * `absent`: no such thread, or nobody listens there; `failed`: the listener threw; `unanswered`: the
 * thread has ended before.
 */
export type ThreadMessageOutcome = 'handled' | 'absent' | 'failed' | 'unanswered';

export type ToThread =
  | ThreadStart
  | { type: 'pong' }
  | { type: 'thread-ended'; tid: number; code: number }
  | { type: 'thread-gone'; tid: number }
  | { type: 'process-ended'; pid: number; code: number | null; signal: Signal | null }
  | { type: 'spawn-failed'; kind: 'thread' | 'process'; id: number; reason: string }
  /** The thread that started this process, or all of that process, which changes the parent. */
  | { type: 'parent-ended'; ppid: number }
  | { type: 'thread-message'; id: number; from: number; value: unknown; luggage: PortLuggage }
  | { type: 'thread-message-handled'; id: number; outcome: ThreadMessageOutcome }
  | { type: 'lock-told'; told: LockTold }
  | { type: 'signal'; signal: Signal }
  | { type: 'output'; pid: number; descriptor: number; bytes: Uint8Array | null }
  | { type: 'stdin'; bytes: Uint8Array | null }
  | { type: 'stdin-taken'; pid: number }
  | { type: 'resize'; size: TerminalSize };

/** What the host asks the kernel to run, once per kernel. */
export interface RunRequest {
  type: 'run';
  image: ProcessImage;
  files: FileImage[];
  terminal: TerminalSize | null;
  trace: boolean;
  /** Files that the host provides when they are first read. */
  onDemand: string[];
  /** What the main thread is going to read first. */
  reads?: readonly FirstRead[];
}

export type FromHost =
  | RunRequest
  | { type: 'input'; bytes: Uint8Array }
  | { type: 'end-input' }
  | { type: 'resize'; size: TerminalSize }
  /** The host has consumed this many bytes of output. */
  | { type: 'credit'; bytes: number }
  /** The answer to `need-file`. */
  | { type: 'file'; path: string; bytes: Uint8Array };

export type ToHost =
  | { type: 'ready' }
  | { type: 'output'; descriptor: number; bytes: Uint8Array }
  | { type: 'trace'; event: RawTraceEvent }
  | { type: 'need-file'; path: string }
  | { type: 'files'; changes: FileChange[] }
  | { type: 'exit'; code: number | null; signal: Signal | null }
  | { type: 'failed'; reason: string };

/** Kernel → spawner. */
export type ToSpawner = { type: 'create'; gid: number } | { type: 'terminate'; gid: number };

/** Spawner → kernel. */
export type FromSpawner =
  /** Carries the thread's kernel port. */
  { type: 'created'; gid: number } | { type: 'failed'; gid: number; reason: string };
