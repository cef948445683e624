/**
 * Everything that a part of the playground started, to be ended together. `DisposableStack` would do,
 * but Safari has neither it nor `Symbol.dispose`, and the page must not fail there before Run.
 */
export interface Disposable {
  dispose(): void;
}

export class Cleanup implements Disposable {
  #tasks: (() => void)[] = [];

  use<T extends Disposable>(resource: T): T {
    this.defer(() => resource.dispose());
    return resource;
  }

  defer(task: () => void): void {
    this.#tasks.push(task);
  }

  /** Ends what was added, last first. May be called again: what was ended is forgotten. */
  dispose(): void {
    const tasks = this.#tasks.reverse();
    this.#tasks = [];
    for (const task of tasks) task();
  }
}
