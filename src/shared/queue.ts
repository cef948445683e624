/**
 * First in, first out. Without the methods of arrays, which a program may patch, and without moving
 * what waits at every `shift`.
 */
const COMPACT_FROM = 1024;

export class Queue<T> {
  #items: T[] = [];
  #head = 0;
  #tail = 0;

  get length(): number {
    return this.#tail - this.#head;
  }

  push(item: T): void {
    this.#items[this.#tail++] = item;
  }

  shift(): T | undefined {
    if (this.#head === this.#tail) return undefined;
    const item = this.#items[this.#head];
    this.#items[this.#head++] = undefined as T;
    if (this.#head === this.#tail) {
      this.#head = 0;
      this.#tail = 0;
    } else if (this.#head > COMPACT_FROM && this.#head * 2 > this.#tail) this.#compact();
    return item;
  }

  #compact(): void {
    const kept: T[] = [];
    for (let at = this.#head; at < this.#tail; at++) kept[at - this.#head] = this.#items[at] as T;
    this.#items = kept;
    this.#tail -= this.#head;
    this.#head = 0;
  }
}
