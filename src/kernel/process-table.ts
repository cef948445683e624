/** The processes of a run and their threads. */
import { createCounter } from './counters.ts';
import { SharedEnvironment } from './environment.ts';
import type { Input } from './input.ts';
import { LockTable } from './locks.ts';
import type { OpenFiles } from './open-files.ts';
import type { ProcessImage } from './protocol.ts';
import type { Ring } from './ring.ts';
import type { Signal } from './signals.ts';
import type { SyncResponder } from './sync-call.ts';
import type { ThreadPort } from './thread-pool.ts';
import { ThreadWatch } from './thread-watch.ts';

export interface Thread {
  gid: number;
  tid: number;
  port: ThreadPort;
  process: Process;
  /** The thread that created it; undefined for the first of the run. */
  creator: Thread | undefined;
  responder: SyncResponder;
  /** The messages of other threads that it has not answered: by sender. */
  unanswered: Map<Thread, Set<number>>;
  /** What it was started with: see `engine/embedded/spawner.ts` for why they are kept. */
  handedOn: readonly unknown[];
}

export interface StandardStreams {
  /** Null where nothing can ever come. */
  input: Input | null;
  /** By descriptor; null discards. */
  output: { 1: Ring | null; 2: Ring | null };
}

/** What a process is made from. */
export interface ProcessOrigin extends StandardStreams {
  pid: number;
  ppid: number;
  image: ProcessImage;
  files: OpenFiles;
  /** The thread that started it; undefined for the first of the run. */
  parent: Thread | undefined;
  /** Told of its end instead of the thread that started it. */
  onEnd?: (code: number | null, signal: Signal | null) => void;
}

export interface Process extends ProcessOrigin {
  memory: SharedArrayBuffer;
  locks: LockTable;
  environment: SharedEnvironment;
  threads: Map<number, Thread>;
  /** Threads asked for and not yet running, and who asked. */
  starting: Map<number, Thread | undefined>;
  watch: ThreadWatch;
  /** Signals that it listens for. */
  watched: Set<Signal>;
  ended: boolean;
}

export class ProcessTable {
  readonly #processes = new Map<number, Process>();

  get size(): number {
    return this.#processes.size;
  }

  get threadCount(): number {
    let count = 0;
    for (const { threads, starting } of this.#processes.values()) {
      count += threads.size + starting.size;
    }
    return count;
  }

  get(pid: number): Process | undefined {
    return this.#processes.get(pid);
  }

  /** A copy, so that processes may end while it is gone through. */
  all(): Process[] {
    return [...this.#processes.values()];
  }

  create(origin: ProcessOrigin): Process {
    const threads = new Map<number, Thread>();
    const process: Process = {
      ...origin,
      memory: createCounter(1),
      environment: new SharedEnvironment(),
      locks: new LockTable((tid, told) =>
        threads.get(tid)?.port.postMessage({ type: 'lock-told', told }),
      ),
      threads,
      starting: new Map(),
      watch: new ThreadWatch((watcher, tid) =>
        threads.get(watcher)?.port.postMessage({ type: 'thread-gone', tid }),
      ),
      watched: new Set(),
      ended: false,
    };
    this.#processes.set(process.pid, process);
    return process;
  }

  delete(pid: number): void {
    this.#processes.delete(pid);
  }

  /** Whether a process can still write to `ring`. */
  readonly hasWriter = (ring: Ring): boolean =>
    this.all().some(({ output }) => output[1] === ring || output[2] === ring);

  /** The processes that one of `threads` has started. */
  childrenOf(threads: readonly Thread[]): Process[] {
    return this.all().filter(({ parent }) => parent !== undefined && threads.includes(parent));
  }
}
