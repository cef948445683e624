/**
 * The format of a trace: what `spawn(command, args, { onTrace })` tells of a running program.
 *
 * **Events.** `started` is the first and `ended` the last event of an actor, that is, of a thread.
 * `blocked` and `woke` stand around an `Atomics.wait` that sleeps and around a blocking read of
 * standard input; a thread whose event loop has nothing to do is idle, not blocked, and has no event.
 * `sent` is a message given to a port, a worker or a child process; `received` is its arrival in
 * the loop of the other side, whether or not anybody listens. `acquired` and `released` are of
 * `worker_threads.locks`; a lock that a program builds from `Atomics` cannot be told from other uses
 * of shared memory, and shows as `blocked` and `woke` alone. `printed` is a write to descriptor 1 or 2.
 *
 * **Order.** `sequence` is drawn from memory that all threads share, before a message is sent and
 * after it has arrived, while a lock is held, and while the output is: so the order of the numbers
 * agrees with what the program could observe, and that of `printed` with the output. Events of
 * different actors may be delivered out of order: sort by `sequence`.
 *
 * **Time.** Each thread reads `performance.timeOrigin + performance.now()`, less the start of the run
 * by the kernel's clock. Browsers derive both from one clock of the machine; where two threads still
 * disagree (by fractions of a millisecond), `sequence` is right.
 *
 * **Cost.** Without `onTrace` no function is wrapped, and no event is made: see `node/internal/tracer.ts`.
 */
export type TraceType =
  | 'started'
  | 'ended'
  | 'blocked'
  | 'woke'
  | 'sent'
  | 'received'
  | 'acquired'
  | 'released'
  | 'printed';

/** A place in a file of the program. */
export interface TracePlace {
  /** Absolute path. */
  file: string;
  /** 1-based, both. */
  line: number;
  column: number;
}

/** A thread of a process. */
export interface TraceActor {
  pid: number;
  /** 0 is the main thread, as in `worker_threads.threadId`. */
  tid: number;
  /** `main` of a main thread, else `worker.threadName`. */
  name: string;
}

export interface TraceEvent {
  type: TraceType;
  actor: TraceActor;
  sequence: number;
  /** Milliseconds since the run began. */
  time: number;
  /** The line of the program that did it, where one did. */
  place?: TracePlace;
  /** The name of the lock that was acquired or released. */
  lock?: string;
  /** 1 or 2: where it was printed. */
  descriptor?: number;
  /** How an actor ended: its exit code, or the signal that ended its process. */
  end?: number | string | null;
}
