/**
 * A pipe in shared memory: many writers, one reader, framed by a tag (the descriptor written to).
 *
 * Why not messages: two threads that print in an order which they established with `Atomics` must
 * appear in that order, and messages on two ports have none; and a thread that prints for ever must
 * stop when nobody reads, which a blocked `write` does by itself, exactly as a full POSIX pipe.
 *
 * The lock word holds the owner (shifted by one) and a bit for "somebody waits", after the futex
 * mutex of Drepper's "Futexes Are Tricky"; the owner lets the reader free the lock of a thread that
 * was terminated while it held it.
 */
import {
  compareExchange,
  copyBytes,
  exchange,
  load,
  notify,
  partOf,
  store,
  wait,
} from '../shared/intrinsics.ts';

const LOCK = 0;
const HEAD = 1;
const TAIL = 2;
const BELL = 3;
const BROKEN = 4;
const HEADER_WORDS = 5;
const FRAME_HEADER = 4;
const LENGTH_BITS = 24;

/** Bytes that a ring holds unless told otherwise: what a Linux pipe holds. */
export const RING_CAPACITY = 65_536;

export interface Frame {
  tag: number;
  bytes: Uint8Array;
}

export class Ring {
  readonly memory: SharedArrayBuffer;
  readonly #words: Int32Array;
  readonly #bytes: Uint8Array;
  readonly #capacity: number;
  readonly #header = new Uint8Array(FRAME_HEADER);

  /** @param memory what {@link createRingMemory} made, in this thread or another */
  constructor(memory: SharedArrayBuffer) {
    this.memory = memory;
    this.#words = new Int32Array(memory, 0, HEADER_WORDS);
    this.#bytes = new Uint8Array(memory, HEADER_WORDS * 4);
    this.#capacity = this.#bytes.length;
  }

  /**
   * Writes all of `bytes`, blocking the thread while the ring is full. A write of at most a quarter
   * of the capacity is never interleaved with another writer's.
   * @param owner a positive number that no other living writer uses
   * @param tag 0–127, given back to the reader
   * @param ring is called when the reader must be woken
   * @param written is called while no other writer can write
   * @returns false where nobody will ever read it
   */
  write(
    owner: number,
    tag: number,
    bytes: Uint8Array,
    ring: () => void,
    written?: (() => void) | undefined,
  ): boolean {
    const largest = this.#capacity / 4;
    for (let at = 0; at < bytes.length; at += largest) {
      const isWritten = this.#writeFrame(
        owner,
        tag,
        partOf(bytes, at, at + largest),
        ring,
        at === 0 ? written : undefined,
      );
      if (!isWritten) return false;
    }
    return true;
  }

  /** Takes frames until `limit` bytes of payload were taken or the ring is empty. Never blocks. */
  read(limit: number): Frame[] {
    store(this.#words, BELL, 0);
    const frames: Frame[] = [];
    let taken = 0;
    let head = load(this.#words, HEAD);
    while (taken < limit && head !== load(this.#words, TAIL)) {
      const header = new DataView(this.#copyOut(head, FRAME_HEADER).buffer).getUint32(0, true);
      const length = header & ((1 << LENGTH_BITS) - 1);
      const bytes = this.#copyOut(head + FRAME_HEADER, length);
      frames.push({ tag: header >>> LENGTH_BITS, bytes });
      head = (head + FRAME_HEADER + length) | 0;
      taken += length;
    }
    store(this.#words, HEAD, head);
    notify(this.#words, HEAD);
    return frames;
  }

  /** The reader leaves: whoever writes, or waits to, is told so. */
  break(): void {
    store(this.#words, BROKEN, 1);
    // A waiting writer sees this move, even if it has not begun to wait.
    store(this.#words, HEAD, load(this.#words, TAIL));
    notify(this.#words, HEAD);
  }

  get isEmpty(): boolean {
    return load(this.#words, HEAD) === load(this.#words, TAIL);
  }

  /** Frees the lock if the terminated writer `owner` died holding it. Its frame is lost. */
  releaseDead(owner: number): void {
    if (load(this.#words, LOCK) >> 1 === owner) this.#unlock();
  }

  #writeFrame(
    owner: number,
    tag: number,
    bytes: Uint8Array,
    ring: () => void,
    written: (() => void) | undefined,
  ): boolean {
    const size = FRAME_HEADER + bytes.length;
    for (;;) {
      this.#lock(owner);
      if (load(this.#words, BROKEN) === 1) {
        this.#unlock();
        return false;
      }
      const head = load(this.#words, HEAD);
      const tail = load(this.#words, TAIL);
      if (((tail - head) >>> 0) + size <= this.#capacity) {
        this.#setHeader((tag << LENGTH_BITS) | bytes.length);
        this.#copyIn(tail, this.#header);
        this.#copyIn(tail + FRAME_HEADER, bytes);
        store(this.#words, TAIL, (tail + size) | 0);
        written?.();
        this.#unlock();
        if (exchange(this.#words, BELL, 1) === 0) ring();
        return true;
      }
      this.#unlock();
      if (exchange(this.#words, BELL, 1) === 0) ring();
      wait(this.#words, HEAD, head);
    }
  }

  #lock(owner: number): void {
    const free = owner << 1;
    if (compareExchange(this.#words, LOCK, 0, free) === 0) return;
    for (;;) {
      const held = load(this.#words, LOCK);
      if (held === 0) {
        if (compareExchange(this.#words, LOCK, 0, free | 1) === 0) return;
      } else if (held & 1 || compareExchange(this.#words, LOCK, held, held | 1) === held) {
        wait(this.#words, LOCK, held | 1);
      }
    }
  }

  #unlock(): void {
    if (exchange(this.#words, LOCK, 0) & 1) notify(this.#words, LOCK, 1);
  }

  /** The least byte first. */
  #setHeader(word: number): void {
    for (let at = 0; at < FRAME_HEADER; at++) this.#header[at] = word >>> (8 * at);
  }

  #copyIn(position: number, source: Uint8Array): void {
    const at = (position >>> 0) % this.#capacity;
    const first = partOf(source, 0, this.#capacity - at);
    copyBytes(this.#bytes, first, at);
    copyBytes(this.#bytes, partOf(source, first.length), 0);
  }

  #copyOut(position: number, length: number): Uint8Array<ArrayBuffer> {
    const at = (position >>> 0) % this.#capacity;
    const out = new Uint8Array(length);
    const first = this.#bytes.subarray(at, at + length);
    out.set(first);
    out.set(this.#bytes.subarray(0, length - first.length), first.length);
    return out;
  }
}

/** @param capacity bytes, a power of two, so that positions may wrap around at 2³² */
export function createRingMemory(capacity = RING_CAPACITY): SharedArrayBuffer {
  return new SharedArrayBuffer(HEADER_WORDS * 4 + capacity);
}
