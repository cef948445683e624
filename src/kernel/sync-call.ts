/**
 * Answers to system calls that a thread waits for without turning its event loop (`require`,
 * `readFileSync`, …). The request goes to the kernel as a message; the answer comes back here, in
 * shared memory, as UTF-8 JSON or raw bytes, in pieces where it is larger than the buffer.
 */
import { load, notify, store, wait } from '../shared/intrinsics.ts';

const STATE = 0;
const LENGTH = 1;
const REMAINING = 2;
const KIND = 3;
const HEADER_WORDS = 4;

const IDLE = 0;
const ANSWERED = 1;

const CAPACITY = 131_072;

export type SyncAnswer = { kind: 'json'; value: unknown } | { kind: 'bytes'; value: Uint8Array };

export function createSyncMemory(): SharedArrayBuffer {
  return new SharedArrayBuffer(HEADER_WORDS * 4 + CAPACITY);
}

/** The thread's side: blocks until the kernel has answered. */
export class SyncCaller {
  readonly #words: Int32Array;
  readonly #bytes: Uint8Array;

  constructor(memory: SharedArrayBuffer) {
    this.#words = new Int32Array(memory, 0, HEADER_WORDS);
    this.#bytes = new Uint8Array(memory, HEADER_WORDS * 4);
  }

  /**
   * @param request posts the call to the kernel
   * @param more asks the kernel for the next piece of the answer
   */
  call(request: () => void, more: () => void): SyncAnswer {
    const pieces: Uint8Array[] = [];
    request();
    for (;;) {
      // The notice of an answer that was read already may come late, and wake the next call.
      while (load(this.#words, STATE) === IDLE) wait(this.#words, STATE, IDLE);
      pieces.push(this.#bytes.slice(0, this.#words[LENGTH]));
      const remaining = this.#words[REMAINING] ?? 0;
      const kind = this.#words[KIND];
      store(this.#words, STATE, IDLE);
      if (remaining === 0) return decode(kind === 1, concat(pieces));
      more();
    }
  }
}

/** The kernel's side: never blocks. */
export class SyncResponder {
  readonly #words: Int32Array;
  readonly #bytes: Uint8Array;
  #rest = new Uint8Array(0);

  constructor(memory: SharedArrayBuffer) {
    this.#words = new Int32Array(memory, 0, HEADER_WORDS);
    this.#bytes = new Uint8Array(memory, HEADER_WORDS * 4);
  }

  answer(answer: SyncAnswer): void {
    this.#words[KIND] = answer.kind === 'bytes' ? 1 : 0;
    this.#rest =
      answer.kind === 'bytes'
        ? new Uint8Array(answer.value)
        : new TextEncoder().encode(JSON.stringify(answer.value ?? null));
    this.more();
  }

  more(): void {
    const piece = this.#rest.subarray(0, CAPACITY);
    this.#rest = this.#rest.subarray(piece.length);
    this.#bytes.set(piece);
    this.#words[LENGTH] = piece.length;
    this.#words[REMAINING] = this.#rest.length;
    store(this.#words, STATE, ANSWERED);
    notify(this.#words, STATE);
  }
}

function decode(isBytes: boolean, bytes: Uint8Array): SyncAnswer {
  if (isBytes) return { kind: 'bytes', value: bytes };
  return { kind: 'json', value: JSON.parse(new TextDecoder().decode(bytes)) as unknown };
}

function concat(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  if (pieces.length === 1 && only) return only;
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
