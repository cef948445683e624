/**
 * Carries a ring's frames to a consumer that is allowed a bounded number of unconsumed bytes.
 * When the consumer falls behind, the ring stays full and its writers block: that is the whole of
 * the back-pressure.
 */
import type { Ring } from './ring.ts';

/** Bytes that may be on their way to the consumer. */
export const OUTPUT_WINDOW = 131_072;
const PIECE = 32_768;

export class OutputGate {
  readonly #ring: Ring;
  readonly #deliver: (tag: number, bytes: Uint8Array) => void;
  #credit: number;

  constructor(
    ring: Ring,
    deliver: (tag: number, bytes: Uint8Array) => void,
    window = OUTPUT_WINDOW,
  ) {
    this.#credit = window;
    this.#ring = ring;
    this.#deliver = deliver;
  }

  /** The consumer is done with `bytes` bytes. */
  grant(bytes: number): void {
    this.#credit += bytes;
    this.pump();
  }

  /** Sends what did not come through the ring, such as a terminal's echo. */
  insert(tag: number, bytes: Uint8Array): void {
    this.#credit -= bytes.length;
    this.#deliver(tag, bytes);
  }

  /** Delivers what there is, as far as the credit goes. */
  pump(): void {
    while (this.#credit > 0) {
      const frames = this.#ring.read(Math.min(this.#credit, PIECE));
      if (frames.length === 0) return;
      for (const { tag, bytes } of joinRuns(frames)) {
        this.#credit -= bytes.length;
        this.#deliver(tag, bytes);
      }
    }
  }

  get isDrained(): boolean {
    return this.#ring.isEmpty;
  }
}

/** One piece for each run of frames with the same tag: fewer, larger messages. */
function* joinRuns(
  frames: ReturnType<Ring['read']>,
): Generator<{ tag: number; bytes: Uint8Array }> {
  let start = 0;
  for (let end = 1; end <= frames.length; end++) {
    if (frames[end]?.tag === frames[start]?.tag) continue;
    const run = frames.slice(start, end);
    const bytes = new Uint8Array(run.reduce((sum, frame) => sum + frame.bytes.length, 0));
    let at = 0;
    for (const frame of run) {
      bytes.set(frame.bytes, at);
      at += frame.bytes.length;
    }
    yield { tag: run[0]?.tag ?? 0, bytes };
    start = end;
  }
}
