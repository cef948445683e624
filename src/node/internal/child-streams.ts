/** A child's standard streams, as its parent sees them, over the kernel's pipes. */
import { Buffer } from '../buffer.ts';
import { type Done, Readable, Writable } from '../stream.ts';
import type { Thread } from './thread.ts';

/** What the child prints. Keeps the parent alive while it reads, until the end. */
export class ChildOutput extends Readable {
  readonly #thread: Thread;
  readonly #pid: number;
  readonly #descriptor: 1 | 2;
  #isReading = false;
  #isReferenced = true;
  #owed = 0;
  #hasEnded = false;
  readonly #stopListening: () => void;

  constructor(thread: Thread, pid: number, descriptor: 1 | 2) {
    super();
    this.#thread = thread;
    this.#pid = pid;
    this.#descriptor = descriptor;
    this.#stopListening = thread.system.on('output', (message) => {
      if (message.pid !== pid || message.descriptor !== descriptor) return;
      thread.loop.dispatch(() => this.#receive(message.bytes));
    });
    this.read(0);
  }

  override _read(): void {
    this.#setReading(true);
    this.#grant();
  }

  override _destroy(error: Error | null, done: Done): void {
    this.#setReading(false);
    this.#stopListening();
    const [pid, descriptor] = [this.#pid, this.#descriptor];
    if (!this.#hasEnded) this.#thread.system.post({ type: 'leave-output', pid, descriptor });
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
    if (this.destroyed) return;
    if (bytes === null) {
      this.#hasEnded = true;
      this.#setReading(false);
      this.push(null);
      this.read(0);
      return;
    }
    this.#owed += bytes.length;
    if (this.push(Buffer.from(bytes))) this.#grant();
    else this.#setReading(false);
  }

  /** The kernel lets the child write on. */
  #grant(): void {
    if (this.#owed === 0) return;
    const [pid, descriptor, bytes] = [this.#pid, this.#descriptor, this.#owed];
    this.#owed = 0;
    this.#thread.system.post({ type: 'output-credit', pid, descriptor, bytes });
  }

  #setReading(isReading: boolean): void {
    if (this.#isReading === isReading) return;
    this.#isReading = isReading;
    if (!this.#isReferenced) return;
    if (isReading) this.#thread.loop.ref();
    else this.#thread.loop.unref();
  }
}

/** What the child reads. */
export class ChildInput extends Writable {
  readonly #thread: Thread;
  readonly #pid: number;
  readonly #taken: Done[] = [];
  readonly #stopListening: () => void;

  constructor(thread: Thread, pid: number) {
    super();
    this.#thread = thread;
    this.#pid = pid;
    this.#stopListening = thread.system.on('stdin-taken', (message) => {
      if (message.pid === pid) thread.loop.dispatch(() => this.#taken.shift()?.());
    });
  }

  override _write(chunk: unknown, _encoding: string, done: Done): void {
    this.#taken.push(done);
    const bytes = new Uint8Array(chunk as Uint8Array);
    this.#thread.system.post({ type: 'write-stdin', pid: this.#pid, bytes });
  }

  override _final(done: Done): void {
    this.#taken.push(done);
    this.#thread.system.post({ type: 'write-stdin', pid: this.#pid, bytes: null });
  }

  override _destroy(error: Error | null, done: Done): void {
    this.#thread.system.post({ type: 'write-stdin', pid: this.#pid, bytes: null });
    this.#stopListening();
    done(error);
  }
}
