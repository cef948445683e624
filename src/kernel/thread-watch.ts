/**
 * Which threads of one process want to know of the end of which: they hold ports whose other ends a
 * thread holds that may be ended from outside, and then cannot close them itself.
 */
export class ThreadWatch {
  /** Numbers are never used again. A thread that is not here may also be one to come. */
  readonly #gone = new Set<number>();
  readonly #watchers = new Map<number, Set<number>>();
  readonly #tell: (watcher: number, tid: number) => void;

  /** @param tell says to thread `watcher` that thread `tid` has ended */
  constructor(tell: (watcher: number, tid: number) => void) {
    this.#tell = tell;
  }

  /** Tells `watcher` once, at once or when it comes to that. */
  watch(watcher: number, tid: number): void {
    if (this.#gone.has(tid)) return this.#tell(watcher, tid);
    const watchers = this.#watchers.get(tid) ?? new Set();
    this.#watchers.set(tid, watchers.add(watcher));
  }

  ended(tid: number): void {
    this.#gone.add(tid);
    for (const watcher of this.#watchers.get(tid) ?? []) this.#tell(watcher, tid);
    this.#watchers.delete(tid);
  }
}
