/** The one engine of a page: opened by the first Run, then shared by every pair. */
import type { Engine } from '../engine/engine.ts';

/** Waits for `promise` no longer than until `signal` aborts; what it stands for goes on. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

export class SharedEngine {
  readonly #open: () => Promise<Engine>;
  #opened: Promise<Engine> | undefined;

  constructor(open: () => Promise<Engine>) {
    this.#open = open;
  }

  /** An engine that did not open is forgotten, so that the reader's next Run tries again. */
  get(signal: AbortSignal): Promise<Engine> {
    if (this.#opened === undefined) {
      const opened = this.#open();
      this.#opened = opened;
      opened.catch(() => {
        if (this.#opened === opened) this.#opened = undefined;
      });
    }
    return untilAborted(this.#opened, signal);
  }
}
