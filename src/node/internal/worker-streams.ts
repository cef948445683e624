/** A worker's standard streams, where its parent asked for them: `new Worker(file, { stdout: true })`. */
import { Buffer } from '../buffer.ts';
import { type Done, Readable, Writable } from '../stream.ts';
import { nativePort } from './native-port.ts';
import type { Thread } from './thread.ts';

/** `worker.stdout`: stays empty when the worker writes straight to the terminal. */
export class WorkerOutput extends Readable {
  readonly #taken: (length: number) => void;
  #held = 0;

  /** @param taken is told how much of what was received the reader has come to */
  constructor(taken: (length: number) => void) {
    super();
    this.#taken = taken;
  }

  override _read(): void {
    if (this.#held === 0) return;
    this.#taken(this.#held);
    this.#held = 0;
  }

  /** @param isCopy the worker does not wait for it to be taken */
  receive(bytes: string | Uint8Array, isCopy: boolean): void {
    if (!isCopy) this.#held += bytes.length;
    this.push(Buffer.from(bytes));
  }
}

/** `worker.stdin`, as the parent writes it. */
export class ToWorker extends Writable {
  readonly #port: MessagePort;

  constructor(port: MessagePort) {
    super();
    this.#port = port;
  }

  override _write(chunk: unknown, _encoding: string, done: Done): void {
    nativePort.post(this.#port, new Uint8Array(chunk as Uint8Array));
    done();
  }

  override _final(done: Done): void {
    nativePort.post(this.#port, null);
    done();
  }
}

/** `process.stdin` in a worker. Without a port it ends at once. */
export class WorkerInput extends Readable {
  readonly fd = 0;
  readonly #thread: Thread;
  #isReading = false;

  constructor(thread: Thread) {
    super();
    this.#thread = thread;
    const port = thread.inputPort;
    if (!port) {
      this.push(null);
      return;
    }
    nativePort.listen(port, 'message', ({ data }) =>
      thread.loop.dispatch(() => this.#receive(data as Uint8Array | null)),
    );
    nativePort.start(port);
  }

  override _read(): void {
    if (this.#thread.inputPort) this.#setReading(true);
  }

  override _destroy(error: Error | null, done: Done): void {
    this.#setReading(false);
    done(error);
  }

  #receive(bytes: Uint8Array | null): void {
    this.push(bytes && Buffer.from(bytes));
    if (bytes !== null) return;
    this.#setReading(false);
    this.read(0);
  }

  /** A worker that waits for input stays alive. */
  #setReading(isReading: boolean): void {
    if (this.#isReading === isReading) return;
    this.#isReading = isReading;
    if (isReading) this.#thread.loop.ref();
    else this.#thread.loop.unref();
  }
}
