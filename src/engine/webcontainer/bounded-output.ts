/**
 * Output between the client and its reader. The client pushes without limit, so a program that
 * prints for ever would fill the page's memory while the terminal catches up: beyond a limit the
 * middle of what waits is cut, and the reader is told how much.
 */
const LIMIT = 2_000_000;

export class BoundedOutput {
  readonly stream: ReadableStream<string>;
  readonly #limit: number;
  #first = '';
  #last = '';
  #cut = 0;
  #isClosed = false;
  #wake: (() => void) | undefined;

  /** @param limit characters that may wait */
  constructor(limit = LIMIT) {
    this.#limit = limit;
    this.stream = new ReadableStream<string>(
      { pull: (controller) => this.#pull(controller), cancel: () => this.close() },
      { highWaterMark: 0 },
    );
  }

  push(text: string): void {
    if (this.#isClosed) return;
    const half = this.#limit / 2;
    if (this.#cut === 0 && this.#first.length + text.length <= half) {
      this.#first += text;
    } else {
      this.#last += text;
      const excess = this.#last.length - half;
      if (excess > 0) {
        this.#last = this.#last.slice(excess);
        this.#cut += excess;
      }
    }
    this.#wake?.();
  }

  /** Ends the stream once what waits has been read. */
  close(): void {
    this.#isClosed = true;
    this.#wake?.();
  }

  async #pull(controller: ReadableStreamDefaultController<string>): Promise<void> {
    if (this.#first === '' && this.#last === '' && !this.#isClosed) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const notice = this.#cut > 0 ? `\r\n[${this.#cut} characters were cut here]\r\n` : '';
    const text = this.#first + notice + this.#last;
    this.#first = '';
    this.#last = '';
    this.#cut = 0;
    if (text !== '') controller.enqueue(text);
    else if (this.#isClosed) controller.close();
  }
}
