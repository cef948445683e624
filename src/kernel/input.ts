/**
 * What a process may read from: a terminal, or a pipe from its parent. Bytes wait here until a
 * thread reads, so that several processes may share one input, and a thread may block for it.
 */

/** Bytes that a writer may have outstanding before it waits: what a Linux pipe holds. */
const CAPACITY = 65_536;

/** @param bytes null at the end of the input */
export type Reader = (bytes: Uint8Array | null) => void;

export class Input {
  readonly #chunks: Uint8Array[] = [];
  readonly #readers: { owner: unknown; read: Reader; limit: number; isOnce: boolean }[] = [];
  readonly #full: (() => void)[] = [];
  #hasEnded = false;

  /** @param taken is called once there is room for more */
  write(bytes: Uint8Array, taken?: () => void): void {
    if (bytes.length > 0) this.#chunks.push(bytes);
    if (taken) this.#full.push(taken);
    this.#deliver();
  }

  end(): void {
    this.#hasEnded = true;
    this.#deliver();
  }

  /** Gives `owner` what there is and what comes. The latest reader of several is served. */
  follow(owner: unknown, read: Reader): void {
    this.leave(owner);
    this.#readers.push({ owner, read, limit: Number.POSITIVE_INFINITY, isOnce: false });
    this.#deliver();
  }

  /** Gives `owner` the next bytes, at most `limit`, once. */
  readOnce(owner: unknown, read: Reader, limit = Number.POSITIVE_INFINITY): void {
    this.#readers.push({ owner, read, limit, isOnce: true });
    this.#deliver();
  }

  leave(owner: unknown): void {
    const kept = this.#readers.filter((reader) => reader.owner !== owner);
    this.#readers.splice(0, Number.POSITIVE_INFINITY, ...kept);
  }

  #deliver(): void {
    for (let reader = this.#readers.at(-1); reader; reader = this.#readers.at(-1)) {
      const bytes = this.#chunks.shift() ?? (this.#hasEnded ? null : undefined);
      if (bytes === undefined) break;
      if (reader.isOnce || bytes === null) this.#readers.pop();
      if (bytes && bytes.length > reader.limit) this.#chunks.unshift(bytes.subarray(reader.limit));
      reader.read(bytes?.subarray(0, reader.limit) ?? null);
    }
    const waiting = this.#chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    if (waiting >= CAPACITY) return;
    for (const taken of this.#full.splice(0)) taken();
  }
}
