/** Trace events as threads and the kernel report them: `engine/trace.ts` documents what they become. */

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

export interface TracePlace {
  /** Absolute path. */
  file: string;
  /** 1-based, both. */
  line: number;
  column: number;
}

export interface RawTraceEvent {
  type: TraceType;
  pid: number;
  tid: number;
  /** Drawn from memory that all threads of the run share: the order of the events. */
  sequence: number;
  /** Milliseconds since the run began. */
  time: number;
  place?: TracePlace;
  /** Of a started thread. */
  name?: string;
  /** Of a lock, for `acquired` and `released`. */
  lock?: string;
  /** 1 or 2, for `printed`. */
  descriptor?: number;
  /** Exit code or signal, for `ended`; null where it was stopped. */
  end?: number | string | null;
}
