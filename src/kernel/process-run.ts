/**
 * A process that a thread waits for without turning its event loop: what it prints is gathered until
 * it has ended and nobody is left who could write to its pipes.
 */
import type { SpawnProcess } from './protocol.ts';
import type { Signal } from './signals.ts';
import type { SyncAnswer } from './sync-call.ts';

export interface RunProcess extends Omit<SpawnProcess, 'type'> {
  op: 'run-process';
  /** All of its standard input, where that is a pipe. */
  bytes: Uint8Array;
  /** Bytes that it may print to one descriptor; it is killed for more, which are kept all the same. */
  limit: number;
  /** Milliseconds; 0 for none. */
  timeout: number;
  /** Sent when it exceeds one of both. */
  killSignal: Signal;
}

export type RunFailure = 'ETIMEDOUT' | 'ENOBUFS' | 'EAGAIN';

export interface RunOutcome {
  code: number | null;
  signal: Signal | null;
  failure: RunFailure | null;
  output: Uint8Array;
  error: Uint8Array;
}

type Head = Omit<RunOutcome, 'output' | 'error'> & { outputLength: number };

export class ProcessRun {
  readonly #limit: number;
  readonly #kill: () => void;
  readonly #done: (answer: SyncAnswer) => void;
  readonly #chunks: { 1: Uint8Array[]; 2: Uint8Array[] } = { 1: [], 2: [] };
  readonly #lengths = { 1: 0, 2: 0 };
  /** The end of the process, and of each pipe. */
  #awaited: number;
  #end: { code: number | null; signal: Signal | null } = { code: null, signal: null };
  #failure: RunFailure | null = null;

  /** @param kill ends the process */
  constructor(request: RunProcess, kill: () => void, done: (answer: SyncAnswer) => void) {
    const { output, limit } = request;
    this.#limit = limit;
    this.#kill = kill;
    this.#done = done;
    this.#awaited = 1 + [output[1], output[2]].filter((how) => how === 'pipe').length;
  }

  /** @param bytes null at the end of the pipe */
  receive(descriptor: 1 | 2, bytes: Uint8Array | null): void {
    if (!bytes) return this.#settle();
    this.#chunks[descriptor].push(bytes);
    this.#lengths[descriptor] += bytes.length;
    if (this.#lengths[descriptor] > this.#limit) this.fail('ENOBUFS');
  }

  fail(failure: RunFailure): void {
    this.#failure ??= failure;
    this.#kill();
  }

  end(code: number | null, signal: Signal | null): void {
    this.#end = { code, signal };
    this.#settle();
  }

  /** It could not be started. */
  refuse(): void {
    this.#failure = 'EAGAIN';
    this.#awaited = 1;
    this.#settle();
  }

  #settle(): void {
    if (--this.#awaited > 0) return;
    const head: Head = { ...this.#end, failure: this.#failure, outputLength: this.#lengths[1] };
    const text = new TextEncoder().encode(JSON.stringify(head));
    const pieces = [text, ...this.#chunks[1], ...this.#chunks[2]];
    const value = new Uint8Array(4 + text.length + this.#lengths[1] + this.#lengths[2]);
    new DataView(value.buffer).setUint32(0, text.length);
    let at = 4;
    for (const piece of pieces) {
      value.set(piece, at);
      at += piece.length;
    }
    this.#done({ kind: 'bytes', value });
  }
}

/** Takes the answer to {@link RunProcess} apart. */
export function readOutcome(answer: Uint8Array): RunOutcome {
  const start = 4 + new DataView(answer.buffer, answer.byteOffset).getUint32(0);
  const head = JSON.parse(new TextDecoder().decode(answer.subarray(4, start))) as Head;
  const { outputLength, ...end } = head;
  const middle = start + outputLength;
  return { ...end, output: answer.subarray(start, middle), error: answer.subarray(middle) };
}
