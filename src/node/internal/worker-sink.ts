/**
 * What a worker prints: straight to the run's output, or to its parent where that has asked for it.
 * Both sides count, in shared memory, what the parent has not taken yet: a stream that is behind
 * says so to the program, as Node's does, and a program that does not listen is held back at last, so
 * that it cannot fill the memory of the page.
 */
import { add, load, notify, or, sub, wait } from '../../shared/intrinsics.ts';

/**
 * What a worker sends of its output. It prints the first of it by itself, and sends a copy for whoever
 * reads `worker.stdout` without the option.
 */
export type OutputPiece = [descriptor: 1 | 2, bytes: string | Uint8Array, isCopy?: true];

/** Characters or bytes that may be on their way to a parent which takes nothing. */
export const MOST_ON_THE_WAY = 32 * 1024 * 1024;
/** Of what is printed before the parent can have said that it does not read. */
const MOST_COPIED = 64 * 1024;
/** Among the flags: the parent has terminated the worker. */
const TERMINATED = 16;

/** The state of a worker and its output, in memory that it shares with its parent. */
export class OutputState {
  readonly memory: SharedArrayBuffer;
  /** Flags; then, by descriptor, how much is on its way. */
  readonly #words: Int32Array;

  constructor(memory = new SharedArrayBuffer(12)) {
    this.memory = memory;
    this.#words = new Int32Array(memory);
  }

  /** The parent reads the stream, and passes its text on. */
  isWanted(descriptor: 1 | 2): boolean {
    return (load(this.#words, 0) & descriptor) !== 0;
  }

  want(descriptor: 1 | 2): void {
    or(this.#words, 0, descriptor);
  }

  /** The parent does not read so far: no more copies. */
  isIgnored(descriptor: 1 | 2): boolean {
    return (load(this.#words, 0) & (descriptor << 2)) !== 0;
  }

  ignore(descriptor: 1 | 2): void {
    or(this.#words, 0, descriptor << 2);
  }

  /** Whether the worker, which may not have begun, shall not begin any more. */
  get isTerminated(): boolean {
    return (load(this.#words, 0) & TERMINATED) !== 0;
  }

  terminate(): void {
    or(this.#words, 0, TERMINATED);
  }

  onTheWay(descriptor: 1 | 2): number {
    return load(this.#words, descriptor);
  }

  /** Waits where far too much is on its way. */
  sent(descriptor: 1 | 2, length: number): void {
    add(this.#words, descriptor, length);
    for (;;) {
      const now = load(this.#words, descriptor);
      if (now <= MOST_ON_THE_WAY) return;
      wait(this.#words, descriptor, now);
    }
  }

  taken(descriptor: 1 | 2, length: number): void {
    sub(this.#words, descriptor, length);
    notify(this.#words, descriptor);
  }
}

export interface WorkerSinkOptions {
  descriptor: 1 | 2;
  state: OutputState;
  /** By an option, from the start. */
  isAskedFor: boolean;
  /** @returns false where nobody reads any more, which the parent shall learn */
  print: (bytes: string | Uint8Array) => boolean;
  send: (piece: OutputPiece) => void;
}

export function createWorkerSink({
  descriptor,
  state,
  isAskedFor,
  print,
  send,
}: WorkerSinkOptions): (bytes: string | Uint8Array) => boolean {
  let copied = 0;
  return (bytes) => {
    if (isAskedFor || state.isWanted(descriptor) || !print(bytes)) {
      send([descriptor, bytes]);
      state.sent(descriptor, bytes.length);
      return true;
    }
    if (copied > MOST_COPIED || state.isIgnored(descriptor)) return true;
    copied += bytes.length;
    send([descriptor, bytes, true]);
    return true;
  };
}
