/** A binary heap of timers by due time, then by age: the order in which Node fires them. */
export interface Due {
  /** milliseconds of the loop's clock */
  due: number;
  sequence: number;
}

export class TimerHeap<T extends Due> {
  readonly #items: T[] = [];

  get size(): number {
    return this.#items.length;
  }

  peek(): T | undefined {
    return this.#items[0];
  }

  push(item: T): void {
    let index = this.#items.length;
    this.#items[index] = item;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.#before(index, parent)) return;
      this.#swap(index, parent);
      index = parent;
    }
  }

  pop(): T | undefined {
    const first = this.#items[0];
    const last = this.#items[this.#items.length - 1];
    if (this.#items.length > 0) this.#items.length--;
    if (first !== undefined && last !== undefined && first !== last) {
      this.#items[0] = last;
      this.#sink();
    }
    return first;
  }

  #sink(): void {
    let index = 0;
    for (;;) {
      const left = 2 * index + 1;
      const right = left + 1;
      let least = index;
      if (left < this.#items.length && this.#before(left, least)) least = left;
      if (right < this.#items.length && this.#before(right, least)) least = right;
      if (least === index) return;
      this.#swap(index, least);
      index = least;
    }
  }

  #before(a: number, b: number): boolean {
    const first = this.#items[a] as T;
    const second = this.#items[b] as T;
    return first.due < second.due || (first.due === second.due && first.sequence < second.sequence);
  }

  #swap(a: number, b: number): void {
    const held = this.#items[a] as T;
    this.#items[a] = this.#items[b] as T;
    this.#items[b] = held;
  }
}
