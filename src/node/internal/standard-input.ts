/**
 * `process.stdin`: reads from the kernel while the program reads, and only then keeps the process
 * alive. A worker's is what its parent writes to `worker.stdin`, or ends at once.
 */
import { Buffer } from '../buffer.ts';
import { Readable } from '../stream.ts';
import type { Thread } from './thread.ts';
import { WorkerInput } from './worker-streams.ts';

export class StandardInput extends Readable {
  readonly fd = 0;
  readonly #thread: Thread;
  #isReading = false;
  #isReferenced = true;

  constructor(thread: Thread) {
    super({ highWaterMark: 65_536 });
    this.#thread = thread;
    thread.system.on('stdin', ({ bytes }) => thread.loop.dispatch(() => this.#receive(bytes)));
    this.on('pause', () => thread.loop.tick(() => this.#onPause()));
  }

  override _read(): void {
    if (this.readableFlowing === false && this.listenerCount('readable') === 0) this.#onPause();
    else this.#setReading(true);
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#setReading(false);
    done(error);
  }

  ref(): this {
    if (!this.#isReferenced && this.#isReading) this.#thread.loop.ref();
    this.#isReferenced = true;
    return this;
  }

  unref(): this {
    if (this.#isReferenced && this.#isReading) this.#thread.loop.unref();
    this.#isReferenced = false;
    return this;
  }

  #receive(bytes: Uint8Array | null): void {
    if (this.destroyed || this.readableEnded) return;
    if (bytes === null) {
      this.#setReading(false);
      this.push(null);
      this.read(0);
    } else if (!this.push(Buffer.from(bytes))) {
      this.#setReading(false);
    }
  }

  /** A paused program does not wait for input. */
  #onPause(): void {
    if (this.readableFlowing) return;
    const { _readableState: state } = this as unknown as { _readableState: { reading: boolean } };
    state.reading = false;
    this.#setReading(false);
  }

  #setReading(isReading: boolean): void {
    if (this.#isReading === isReading) return;
    this.#isReading = isReading;
    this.#thread.system.post({ type: 'watch-stdin', watched: isReading });
    if (!this.#isReferenced) return;
    if (isReading) this.#thread.loop.ref();
    else this.#thread.loop.unref();
  }
}

export class TerminalInput extends StandardInput {
  readonly isTTY = true;
  isRaw = false;
  readonly #setRaw: (isRaw: boolean) => void;

  constructor(thread: Thread) {
    super(thread);
    this.#setRaw = (isRaw) => thread.system.post({ type: 'raw-mode', isRaw });
  }

  /** In raw mode every key arrives at once, unechoed, Ctrl-C too. */
  setRawMode(mode: unknown): this {
    this.isRaw = Boolean(mode);
    this.#setRaw(this.isRaw);
    return this;
  }
}

export function createInput(thread: Thread): Readable {
  if (thread.payload.kind === 'worker') return new WorkerInput(thread);
  return thread.start.isTerminal[0] ? new TerminalInput(thread) : new StandardInput(thread);
}
