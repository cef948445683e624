/** What every built-in module of one thread is made from: the composition root is `runtime/thread.ts`. */
import type { ThreadStart } from '../../kernel/protocol.ts';
import type { AsyncContext } from './async-context.ts';
import type { EventLoop } from './event-loop.ts';
import type { Luggage } from './port-wire.ts';
import type { System } from './system.ts';

/** Sizes in MiB. */
export interface ResourceLimits {
  maxYoungGenerationSizeMb: number;
  maxOldGenerationSizeMb: number;
  codeRangeSizeMb: number;
  stackSizeMb: number;
}

/** How a thread came to be. Crosses the kernel unread, with the thread's ports beside it. */
export type ThreadPayload =
  | { kind: 'root' }
  | {
      kind: 'fork';
      serialization: 'json' | 'advanced';
      /** What it was called by. */
      argv0: string;
      execArgv: string[];
      /** The program itself, for `node --eval`. */
      source?: string;
      /** An option that `node` refuses. */
      badOption?: string;
    }
  | {
      kind: 'worker';
      /** The thread that started it. */
      creator: number;
      /** Who holds the other end of each port that it was given. */
      luggage: readonly Luggage[];
      /** An absolute path, or source text when `isEval`. */
      entry: string;
      isEval: boolean;
      argv: string[];
      execArgv: string[];
      env: Record<string, string> | 'shared';
      workerData: unknown;
      environmentData: Map<unknown, unknown>;
      name: string;
      resourceLimits: ResourceLimits;
      /** The standard streams that the parent asked for. */
      stdio: {
        stdin: boolean;
        stdout: boolean;
        stderr: boolean;
        /** Of `OutputState`. */
        state: SharedArrayBuffer;
      };
    };

export interface Thread {
  readonly start: ThreadStart;
  readonly payload: ThreadPayload;
  /** To the parent: `parentPort` of a worker, the IPC channel of a forked process. */
  readonly parentPort: MessagePort | undefined;
  /** What the parent writes to `worker.stdin`. */
  readonly inputPort: MessagePort | undefined;
  readonly loop: EventLoop;
  readonly context: AsyncContext;
  readonly system: System;
  /** When the thread began, in milliseconds of the browser's own clock. */
  readonly origin: number;
  /** Milliseconds since the thread began. */
  now(): number;
  /** Ends the thread, and with the main thread its process. Runs `exit` listeners. Never returns. */
  exit(code?: number): never;
  /** Runs `exit` listeners, once. */
  leave(code?: number): void;
  /** Ends the thread as {@link exit} does, without listeners. */
  end(): never;
}

/** Whether the thread is its process's main thread. */
export function isMain(thread: Thread): boolean {
  return thread.start.tid === 0;
}

/** Whether what the thread writes to `descriptor` goes straight to a terminal. */
export function isTerminal(thread: Thread, descriptor: 1 | 2): boolean {
  return thread.start.isTerminal[descriptor] && thread.payload.kind !== 'worker';
}
