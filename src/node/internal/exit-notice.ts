/**
 * A worker or child has ended when the kernel says so *and* everything that it sent was received.
 * The two come by different ports, so the end of the direct port (its closing message, always last)
 * is waited for, unless the other side was killed and could not send it.
 */
export class ExitNotice<T> {
  #end: { result: T } | undefined;
  #isPortClosed = false;
  #isDone = false;
  readonly #finish: (result: T) => void;

  constructor(finish: (result: T) => void) {
    this.#finish = finish;
  }

  /** @param wasKilled no closing message will come */
  ended(result: T, wasKilled: boolean): void {
    this.#end = { result };
    if (wasKilled) this.#isPortClosed = true;
    this.#check();
  }

  portClosed(): void {
    this.#isPortClosed = true;
    this.#check();
  }

  #check(): void {
    if (!this.#end || !this.#isPortClosed || this.#isDone) return;
    this.#isDone = true;
    this.#finish(this.#end.result);
  }
}
