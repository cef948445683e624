/**
 * The pipes from processes to the threads that read their output. A pipe ends when nobody is left
 * who could write to it, which may be later than the end of the process that it was made for: a
 * process that this one started may have inherited it. When its reader leaves first, it breaks: who
 * writes to it then learns that nobody reads.
 */
import { OutputGate } from './output-gate.ts';
import type { Thread } from './process-table.ts';
import type { Ring } from './ring.ts';

export interface PipeEnd {
  pid: number;
  descriptor: number;
  reader: Thread;
  /** @param bytes null when the pipe has ended */
  deliver: (bytes: Uint8Array | null) => void;
  /** Bytes that may be on their way, where it is not the usual number. */
  window?: number;
}

interface Pipe extends PipeEnd {
  ring: Ring;
  gate: OutputGate;
}

export class Pipes {
  readonly #pipes = new Set<Pipe>();

  open(ring: Ring, end: PipeEnd): void {
    const gate = new OutputGate(ring, (_tag, bytes) => end.deliver(bytes), end.window);
    this.#pipes.add({ ...end, ring, gate });
  }

  /** Something was written to `ring`. */
  pump(ring: Ring | null): void {
    for (const pipe of this.#pipes) if (pipe.ring === ring) pipe.gate.pump();
  }

  /** The reader of what `pid` writes to `descriptor` is done with `bytes` bytes. */
  grant(pid: number, descriptor: number, bytes: number, isOpen: (ring: Ring) => boolean): void {
    for (const pipe of this.#pipes) {
      if (pipe.pid === pid && pipe.descriptor === descriptor) pipe.gate.grant(bytes);
    }
    this.settle(isOpen);
  }

  /** Breaks the pipes for which `hasLeft` says that their reader has left. */
  break(hasLeft: (end: PipeEnd) => boolean): void {
    for (const pipe of this.#pipes) {
      if (!hasLeft(pipe)) continue;
      this.#pipes.delete(pipe);
      pipe.ring.break();
    }
  }

  /** Ends the pipes that nobody can write to, once all is delivered. */
  settle(isOpen: (ring: Ring) => boolean): void {
    for (const pipe of this.#pipes) {
      pipe.gate.pump();
      if (isOpen(pipe.ring) || !pipe.gate.isDrained) continue;
      this.#pipes.delete(pipe);
      pipe.deliver(null);
    }
  }
}
