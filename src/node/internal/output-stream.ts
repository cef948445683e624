/**
 * `process.stdout` and `process.stderr`, as far as programs that print need them: writes are
 * synchronous, as Node's are on a terminal or a pipe of Linux, and block while the reader is behind.
 */
import { EventEmitter } from '../events.ts';
import { invalidArgType, nodeError } from './errors.ts';
import type { Thread } from './thread.ts';

type WriteCallback = (error?: Error | null) => void;

export class OutputStream extends EventEmitter {
  readonly fd: 1 | 2;
  readonly writable = true;
  readonly writableLength = 0;
  readonly writableHighWaterMark = 16_384;
  readonly #thread: Thread;
  #hasEnded = false;

  constructor(thread: Thread, fd: 1 | 2) {
    super();
    this.#thread = thread;
    this.fd = fd;
    if (!thread.start.terminal) return;
    Object.assign(this, { isTTY: true, ...sizeOf(thread) });
    thread.system.on('resize', ({ size }) => {
      Object.assign(this, { columns: size.cols, rows: size.rows });
      thread.loop.dispatch(() => this.emit('resize'));
    });
  }

  write(chunk: unknown, encoding?: unknown, callback?: WriteCallback): boolean {
    const done = typeof encoding === 'function' ? (encoding as WriteCallback) : callback;
    if (typeof chunk !== 'string' && !(chunk instanceof Uint8Array)) {
      throw invalidArgType('chunk', ['string', 'Buffer', 'TypedArray', 'DataView'], chunk);
    }
    if (this.#hasEnded) {
      const error = nodeError('ERR_STREAM_WRITE_AFTER_END', 'write after end');
      this.#thread.loop.tick(() => (done ? done(error) : this.emit('error', error)));
      return false;
    }
    this.#thread.system.write(this.fd, chunk);
    if (done) this.#thread.loop.tick(() => done(null));
    return true;
  }

  end(chunk?: unknown, encoding?: unknown, callback?: WriteCallback): this {
    if (chunk !== undefined && typeof chunk !== 'function') this.write(chunk, encoding);
    this.#hasEnded = true;
    const done = [chunk, encoding, callback].find((each) => typeof each === 'function');
    this.#thread.loop.tick(() => {
      this.emit('finish');
      if (typeof done === 'function') done();
    });
    return this;
  }

  /** Colours by bit depth: the terminal in the page shows 24-bit colour. */
  getColorDepth(): number {
    return this.#thread.start.terminal ? 24 : 1;
  }

  hasColors(count = 16): boolean {
    return count <= 2 ** this.getColorDepth();
  }
}

function sizeOf(thread: Thread): { columns: number; rows: number } {
  const { cols, rows } = thread.start.terminal ?? { cols: 80, rows: 24 };
  return { columns: cols, rows };
}
